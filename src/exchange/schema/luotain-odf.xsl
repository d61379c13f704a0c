<?xml version="1.0" encoding="UTF-8"?>
<!--
  The page of a report as an OpenDocument text, to be edited in an office program.
  SPDX-License-Identifier: EUPL-1.2

  Input: the page luotain-html.xsl makes, as XML: elements without a namespace, svg in its own. Parameters: part, what
  comes out: flat (one file, .fodt), content, styles or meta (the files in an .odt); changed, the date of the document.
  Pictures are named Pictures/figure-N.svg; in a flat file their bytes are to be put in place of the name.
-->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:svgi="http://www.w3.org/2000/svg"
                xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
                xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
                xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
                xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
                exclude-result-prefixes="svgi">

  <xsl:include href="luotain-odf-styles.xsl"/>
  <xsl:include href="luotain-odf-table.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:param name="part" select="'flat'"/>
  <xsl:param name="changed"/>

  <xsl:variable name="language" select="string(/html/@lang)"/>

  <xsl:key name="id" match="*[@id]" use="@id"/>
  <xsl:key name="language" match="*[@lang][not(ancestor-or-self::svgi:svg)]" use="@lang"/>

  <!-- What stands in a line of its own. All else, known or not, is text within one. No union: libxslt joins those slowly. -->
  <xsl:key name="is-block" use="generate-id()" match="*[self::address or self::article or self::aside or self::blockquote or self::body or self::caption or self::dd or self::details or self::div or self::dl or self::dt or self::fieldset or self::figcaption or self::figure or self::footer or self::form or self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6 or self::header or self::hr or self::li or self::main or self::nav or self::ol or self::p or self::pre or self::section or self::summary or self::table or self::tbody or self::td or self::tfoot or self::th or self::thead or self::tr or self::ul or self::svgi:svg]"/>

  <!-- The files -->

  <xsl:template match="/">
    <xsl:choose>
      <xsl:when test="$part = 'content'">
        <office:document-content office:version="1.3">
          <xsl:call-template name="fonts"/>
          <office:automatic-styles><xsl:call-template name="content-styles"/></office:automatic-styles>
          <xsl:call-template name="body"/>
        </office:document-content>
      </xsl:when>
      <xsl:when test="$part = 'styles'">
        <office:document-styles office:version="1.3">
          <xsl:call-template name="fonts"/>
          <xsl:call-template name="named-styles"/>
          <office:automatic-styles><xsl:call-template name="page-styles"/></office:automatic-styles>
          <xsl:call-template name="master-pages"/>
        </office:document-styles>
      </xsl:when>
      <xsl:when test="$part = 'meta'">
        <office:document-meta office:version="1.3"><xsl:call-template name="meta"/></office:document-meta>
      </xsl:when>
      <xsl:otherwise>
        <office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
          <xsl:call-template name="meta"/>
          <xsl:call-template name="fonts"/>
          <xsl:call-template name="named-styles"/>
          <office:automatic-styles>
            <xsl:call-template name="page-styles"/>
            <xsl:call-template name="content-styles"/>
          </office:automatic-styles>
          <xsl:call-template name="master-pages"/>
          <xsl:call-template name="body"/>
        </office:document>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="meta">
    <office:meta>
      <meta:generator>Luotain</meta:generator>
      <dc:title><xsl:value-of select="normalize-space(/html/head/title)"/></dc:title>
      <xsl:if test="$changed != ''">
        <meta:creation-date><xsl:value-of select="$changed"/></meta:creation-date>
        <dc:date><xsl:value-of select="$changed"/></dc:date>
      </xsl:if>
      <dc:language><xsl:value-of select="$language"/></dc:language>
    </office:meta>
  </xsl:template>

  <xsl:template name="body">
    <office:body>
      <office:text>
        <xsl:apply-templates select="/html/body" mode="flow"/>
      </office:text>
    </office:body>
  </xsl:template>

  <!-- Children of an element: blocks by themselves, text between them in paragraphs -->

  <xsl:template match="*" mode="flow">
    <xsl:param name="style" select="'Text_20_body'"/>
    <xsl:choose>
      <xsl:when test="not(*[key('is-block', generate-id())])">
        <xsl:if test="normalize-space() != '' or *">
          <xsl:call-template name="paragraph"><xsl:with-param name="style" select="$style"/></xsl:call-template>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="node()[self::* or self::text()]">
          <!-- Asked here: a pattern with a condition would count all siblings each time. -->
          <xsl:choose>
            <xsl:when test="not(self::nav) and contains(concat(' ', @class, ' '), ' screen ')"/>
            <xsl:when test="self::* and key('is-block', generate-id())">
              <xsl:apply-templates select="."><xsl:with-param name="style" select="$style"/></xsl:apply-templates>
            </xsl:when>
            <xsl:when test="position() = 1 or preceding-sibling::node()[self::* or self::text()][1][self::* and key('is-block', generate-id())]">
              <xsl:call-template name="text-between"><xsl:with-param name="style" select="$style"/></xsl:call-template>
            </xsl:when>
          </xsl:choose>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The context is the first of some nodes that are no blocks. -->
  <xsl:template name="text-between">
    <xsl:param name="style"/>
    <xsl:variable name="block" select="generate-id(preceding-sibling::*[key('is-block', generate-id())][1])"/>
    <xsl:variable name="rest" select="following-sibling::node()[not(self::* and key('is-block', generate-id()))][generate-id(preceding-sibling::*[key('is-block', generate-id())][1]) = $block]"/>
    <xsl:variable name="words"><xsl:for-each select=". | $rest"><xsl:if test="not(self::*[contains(concat(' ', @class, ' '), ' screen ')])"><xsl:value-of select="."/></xsl:if></xsl:for-each></xsl:variable>
    <xsl:if test="normalize-space($words) != ''">
      <text:p text:style-name="{$style}">
        <xsl:for-each select="parent::li | parent::td | parent::th | parent::dd">
          <xsl:if test="$block = ''"><xsl:call-template name="bookmarks"/></xsl:if>
        </xsl:for-each>
        <xsl:apply-templates select=". | $rest" mode="text"/>
      </text:p>
    </xsl:if>
  </xsl:template>

  <!-- The context is an element that holds text only. -->
  <xsl:template name="paragraph">
    <xsl:param name="style"/>
    <text:p text:style-name="{$style}">
      <xsl:call-template name="bookmarks"/>
      <xsl:call-template name="in-language"/>
    </text:p>
  </xsl:template>

  <xsl:template name="in-language">
    <xsl:variable name="own" select="string(ancestor-or-self::*[@lang][1]/@lang)"/>
    <xsl:choose>
      <xsl:when test="$own != '' and $own != $language">
        <text:span text:style-name="Language-{$own}"><xsl:apply-templates mode="text"/></text:span>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Where links lead: its own id, and those of what it is the first of. -->
  <xsl:template name="bookmarks">
    <xsl:if test="@id"><text:bookmark text:name="{@id}"/></xsl:if>
    <xsl:if test="not(preceding-sibling::*[1])">
      <xsl:for-each select="parent::*[not(self::body)]"><xsl:call-template name="bookmarks"/></xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- Blocks -->

  <xsl:template match="head | script | style | template | hr" priority="2"/>

  <xsl:template match="*">
    <xsl:param name="style" select="'Text_20_body'"/>
    <xsl:apply-templates select="." mode="flow"><xsl:with-param name="style" select="$style"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="nav">
    <xsl:if test=".//li">
      <text:table-of-content text:name="Contents" text:protected="true">
        <text:table-of-content-source text:outline-level="3" text:use-index-marks="false">
          <text:index-title-template text:style-name="Contents_20_Heading"><xsl:value-of select="h2"/></text:index-title-template>
        </text:table-of-content-source>
        <text:index-body>
          <text:index-title text:name="Contents_Head"><text:p text:style-name="Contents_20_Heading"><xsl:value-of select="h2"/></text:p></text:index-title>
          <xsl:for-each select=".//li/a[starts-with(@href, '#')]">
            <xsl:variable name="target" select="substring(@href, 2)"/>
            <text:p text:style-name="Contents_20_{1 + (count(ancestor::ul) > 1)}">
              <text:a xlink:type="simple" xlink:href="{@href}"><xsl:value-of select="."/></text:a>
              <text:tab/>
              <text:bookmark-ref text:reference-format="page" text:ref-name="{$target}"/>
            </text:p>
          </xsl:for-each>
        </text:index-body>
      </text:table-of-content>
    </xsl:if>
  </xsl:template>

  <xsl:template match="h1 | h2 | h3 | h4 | h5 | h6">
    <xsl:variable name="level" select="substring(local-name(), 2)"/>
    <text:h text:style-name="Heading_20_{$level}" text:outline-level="{$level}">
      <xsl:call-template name="bookmarks"/>
      <xsl:call-template name="in-language"/>
    </text:h>
  </xsl:template>

  <xsl:template match="p">
    <xsl:param name="style" select="'Text_20_body'"/>
    <xsl:choose>
      <xsl:when test="contains(concat(' ', @class, ' '), ' aside ')"><xsl:call-template name="paragraph"><xsl:with-param name="style" select="'Aside'"/></xsl:call-template></xsl:when>
      <xsl:when test="contains(concat(' ', @class, ' '), ' subtitle ')"><xsl:call-template name="paragraph"><xsl:with-param name="style" select="'Subtitle'"/></xsl:call-template></xsl:when>
      <xsl:when test="ancestor::div[contains(concat(' ', @class, ' '), ' note ')]"><xsl:call-template name="paragraph"><xsl:with-param name="style" select="'Note'"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="paragraph"><xsl:with-param name="style" select="$style"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="summary">
    <xsl:call-template name="paragraph"><xsl:with-param name="style" select="'Term'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="caption | figcaption">
    <xsl:apply-templates select="." mode="flow"><xsl:with-param name="style" select="'Caption'"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="ul | ol">
    <text:list text:style-name="{concat(substring('List_20_1', 1 div (local-name() = 'ul')), substring('Numbering_20_1', 1 div (local-name() = 'ol')))}">
      <xsl:for-each select="li">
        <text:list-item>
          <xsl:apply-templates select="." mode="flow">
            <xsl:with-param name="style"><xsl:choose><xsl:when test="ancestor::td or ancestor::th">Table_20_Contents</xsl:when><xsl:otherwise>List</xsl:otherwise></xsl:choose></xsl:with-param>
          </xsl:apply-templates>
        </text:list-item>
      </xsl:for-each>
    </text:list>
  </xsl:template>

  <!-- Facts stand in one line; what says more has its name above it. -->
  <xsl:template match="dl">
    <xsl:choose>
      <xsl:when test="contains(concat(' ', @class, ' '), ' facts ') and not(.//dd//*[key('is-block', generate-id())])">
        <text:p text:style-name="Facts">
          <xsl:for-each select=".//dt">
            <xsl:if test="position() > 1"> · </xsl:if>
            <text:span text:style-name="Dim"><xsl:apply-templates mode="text"/>: </text:span>
            <xsl:for-each select="following-sibling::dd[1]"><xsl:call-template name="in-language"/></xsl:for-each>
          </xsl:for-each>
        </text:p>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select=".//dt | .//dd">
          <xsl:choose>
            <xsl:when test="self::dt"><xsl:call-template name="paragraph"><xsl:with-param name="style" select="'Term'"/></xsl:call-template></xsl:when>
            <xsl:otherwise><xsl:apply-templates select="." mode="flow"/></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A picture is as wide as the text, 16.6 cm, but never higher than a page. -->
  <xsl:template match="svgi:svg">
    <xsl:variable name="box" select="normalize-space(@viewBox)"/>
    <xsl:variable name="size" select="substring-after(substring-after($box, ' '), ' ')"/>
    <xsl:variable name="ratio">
      <xsl:choose>
        <xsl:when test="number(substring-before($size, ' ')) > 0"><xsl:value-of select="number(substring-after($size, ' ')) div number(substring-before($size, ' '))"/></xsl:when>
        <xsl:otherwise>1</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="width"><xsl:choose><xsl:when test="$ratio > 1.3"><xsl:value-of select="21.5 div $ratio"/></xsl:when><xsl:otherwise>16.6</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:variable name="number"><xsl:number level="any" count="svgi:svg[not(ancestor::svgi:svg)]"/></xsl:variable>
    <text:p text:style-name="Figure">
      <draw:frame draw:name="Figure {$number}" draw:style-name="Graphics" text:anchor-type="as-char" svg:width="{format-number($width, '0.##')}cm" svg:height="{format-number($width * $ratio, '0.##')}cm">
        <draw:image xlink:type="simple" xlink:href="Pictures/figure-{$number}.svg" xlink:show="embed" xlink:actuate="onLoad" draw:mime-type="image/svg+xml"/>
        <svg:title><xsl:value-of select="svgi:title"/><xsl:if test="not(svgi:title)"><xsl:value-of select="@aria-label"/></xsl:if></svg:title>
        <xsl:if test="svgi:desc"><svg:desc><xsl:value-of select="svgi:desc"/></svg:desc></xsl:if>
      </draw:frame>
    </text:p>
  </xsl:template>

  <!-- Text -->

  <xsl:template match="text()" mode="text">
    <xsl:choose>
      <xsl:when test="contains(., '&#10;') and ancestor::p"><xsl:call-template name="lines"><xsl:with-param name="text" select="string(.)"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- In halves, so that recursion is not as deep as there are lines. -->
  <xsl:template name="lines">
    <xsl:param name="text"/>
    <xsl:variable name="half" select="floor(string-length($text) div 2)"/>
    <xsl:choose>
      <xsl:when test="not(contains($text, '&#10;'))"><xsl:value-of select="$text"/></xsl:when>
      <xsl:when test="string-length($text) = 1"><text:line-break/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="lines"><xsl:with-param name="text" select="substring($text, 1, $half)"/></xsl:call-template>
        <xsl:call-template name="lines"><xsl:with-param name="text" select="substring($text, $half + 1)"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="text"><xsl:if test="not(contains(concat(' ', @class, ' '), ' screen '))"><xsl:apply-templates mode="text"/></xsl:if></xsl:template>
  <xsl:template match="br" mode="text"><text:line-break/></xsl:template>
  <xsl:template match="script | style | template" mode="text"/>
  <xsl:template match="img" mode="text"><xsl:value-of select="@alt"/></xsl:template>

  <xsl:template match="strong | b" mode="text"><text:span text:style-name="Strong_20_Emphasis"><xsl:apply-templates mode="text"/></text:span></xsl:template>
  <xsl:template match="em | i | cite" mode="text"><text:span text:style-name="Emphasis"><xsl:apply-templates mode="text"/></text:span></xsl:template>

  <xsl:template match="span | time" mode="text">
    <xsl:choose>
      <xsl:when test="@lang and @lang != $language"><text:span text:style-name="Language-{@lang}"><xsl:call-template name="aside"/></text:span></xsl:when>
      <xsl:otherwise><xsl:call-template name="aside"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="aside">
    <xsl:choose>
      <xsl:when test="contains(concat(' ', @class, ' '), ' aside ')"><text:span text:style-name="Dim"><xsl:apply-templates mode="text"/></text:span></xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="a" mode="text">
    <xsl:choose>
      <xsl:when test="contains(concat(' ', @class, ' '), ' screen ')"/>
      <xsl:when test="starts-with(@href, 'https://') or starts-with(@href, 'http://') or (starts-with(@href, '#') and key('id', substring(@href, 2))[not(ancestor::*[contains(concat(' ', @class, ' '), ' screen ')])])">
        <text:a xlink:type="simple" xlink:href="{@href}" text:style-name="Internet_20_Link" text:visited-style-name="Visited_20_Internet_20_Link"><xsl:apply-templates mode="text"/></text:a>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
