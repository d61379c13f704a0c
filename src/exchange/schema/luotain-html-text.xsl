<?xml version="1.0" encoding="UTF-8"?>
<!--
  How texts, words, dates, names and references stand in a report.
  SPDX-License-Identifier: EUPL-1.2
-->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:w="urn:luotain:workbook:1"
                xmlns:r="urn:luotain:report:1"
                exclude-result-prefixes="w r">

  <!-- Texts: in the language asked for, else in the main one, else in any; said so where it is another -->

  <xsl:template name="say">
    <xsl:param name="in"/>
    <xsl:variable name="wanted" select="$in[@xml:lang = $language]"/>
    <xsl:variable name="otherwise" select="$in[@xml:lang = $main]"/>
    <xsl:choose>
      <xsl:when test="$wanted"><xsl:value-of select="$wanted"/></xsl:when>
      <xsl:when test="$otherwise"><span lang="{$main}" dir="auto"><xsl:value-of select="$otherwise"/></span></xsl:when>
      <xsl:when test="$in"><span lang="{$in[1]/@xml:lang}" dir="auto"><xsl:value-of select="$in[1]"/></span></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="say-paragraphs">
    <xsl:param name="in"/>
    <xsl:variable name="wanted" select="$in[@xml:lang = $language]"/>
    <xsl:variable name="otherwise" select="$in[@xml:lang = $main]"/>
    <xsl:choose>
      <xsl:when test="$wanted"><xsl:call-template name="paragraphs"><xsl:with-param name="text" select="string($wanted)"/></xsl:call-template></xsl:when>
      <xsl:when test="$otherwise"><div lang="{$main}"><xsl:call-template name="paragraphs"><xsl:with-param name="text" select="string($otherwise)"/></xsl:call-template></div></xsl:when>
      <xsl:when test="$in"><div lang="{$in[1]/@xml:lang}"><xsl:call-template name="paragraphs"><xsl:with-param name="text" select="string($in[1])"/></xsl:call-template></div></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- A blank line ends a paragraph. Recursion is as deep as there are paragraphs, so long texts stop here: what is left
       then stands in one, with its line feeds kept by the style. -->
  <xsl:template name="paragraphs">
    <xsl:param name="text"/>
    <xsl:param name="depth" select="0"/>
    <xsl:choose>
      <xsl:when test="contains($text, '&#10;&#10;') and $depth &lt; 500">
        <xsl:call-template name="paragraph"><xsl:with-param name="text" select="substring-before($text, '&#10;&#10;')"/></xsl:call-template>
        <xsl:call-template name="paragraphs">
          <xsl:with-param name="text" select="substring-after($text, '&#10;&#10;')"/>
          <xsl:with-param name="depth" select="$depth + 1"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="paragraph"><xsl:with-param name="text" select="$text"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="paragraph">
    <xsl:param name="text"/>
    <xsl:if test="normalize-space($text) != ''"><p dir="auto"><xsl:value-of select="$text"/></p></xsl:if>
  </xsl:template>

  <xsl:template name="word">
    <xsl:param name="vocabulary"/>
    <xsl:param name="key"/>
    <xsl:variable name="entry" select="key('word', concat($vocabulary, '/', $key))"/>
    <xsl:choose>
      <xsl:when test="$entry"><xsl:call-template name="say"><xsl:with-param name="in" select="$entry[1]/w:title"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:value-of select="$key"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="words">
    <xsl:param name="vocabulary"/>
    <xsl:param name="keys"/>
    <xsl:choose>
      <xsl:when test="contains($keys, ' ')">
        <xsl:call-template name="word"><xsl:with-param name="vocabulary" select="$vocabulary"/><xsl:with-param name="key" select="substring-before($keys, ' ')"/></xsl:call-template>
        <xsl:text>, </xsl:text>
        <xsl:call-template name="words"><xsl:with-param name="vocabulary" select="$vocabulary"/><xsl:with-param name="keys" select="substring-after($keys, ' ')"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="word"><xsl:with-param name="vocabulary" select="$vocabulary"/><xsl:with-param name="key" select="$keys"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="date">
    <xsl:param name="of"/>
    <time datetime="{$of}">
      <xsl:choose>
        <xsl:when test="$language = 'en' or string-length($of) = 4"><xsl:value-of select="$of"/></xsl:when>
        <xsl:when test="string-length($of) = 7"><xsl:value-of select="concat(number(substring($of, 6, 2)), '/', substring($of, 1, 4))"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="concat(number(substring($of, 9, 2)), '.', number(substring($of, 6, 2)), '.', substring($of, 1, 4))"/></xsl:otherwise>
      </xsl:choose>
    </time>
  </xsl:template>

  <xsl:template name="fact">
    <xsl:param name="name"/>
    <xsl:param name="value"/>
    <div><dt><xsl:value-of select="$name"/></dt><dd><xsl:copy-of select="$value"/></dd></div>
  </xsl:template>

  <!-- How a record is named where it is referred to. The context is the record. -->

  <xsl:template name="name">
    <xsl:choose>
      <xsl:when test="self::w:profile and not(w:title)">
        <xsl:value-of select="$label-profile"/>
        <xsl:if test="@target-year"><xsl:text> </xsl:text><xsl:value-of select="@target-year"/></xsl:if>
        <xsl:for-each select="key('id', w:link[@role = 'scenario']/@to)[1]">
          <xsl:text>: </xsl:text><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="self::w:state">
        <xsl:call-template name="say"><xsl:with-param name="in" select="../w:title"/></xsl:call-template>
        <xsl:text>: </xsl:text>
        <xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="self::w:passage">
        <xsl:call-template name="say"><xsl:with-param name="in" select="../w:title"/></xsl:call-template>
        <xsl:text>: </xsl:text>
        <xsl:call-template name="words"><xsl:with-param name="vocabulary" select="'dimension'"/><xsl:with-param name="keys" select="string(@dimensions)"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="self::w:period">
        <xsl:call-template name="say"><xsl:with-param name="in" select="../w:title"/></xsl:call-template>
        <xsl:text>: </xsl:text>
        <xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="refer">
    <xsl:choose>
      <xsl:when test="(self::w:finding and $has-findings) or ($has-scenarios and (self::w:scenario or self::w:passage or self::w:period)) or (self::w:profile and $has-profiles)">
        <a href="#{@id}"><xsl:call-template name="name"/></a>
      </xsl:when>
      <xsl:when test="self::w:source"><xsl:call-template name="cite"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="name"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="self::w:finding and @kind">
      <span class="aside"><xsl:text> (</xsl:text><xsl:call-template name="word"><xsl:with-param name="vocabulary" select="'finding-kind'"/><xsl:with-param name="key" select="@kind"/></xsl:call-template><xsl:text>)</xsl:text></span>
    </xsl:if>
  </xsl:template>

  <!-- What stands behind a record, one line each, with its own sources in the same line. With $deep also what stands behind
       that, and what it is. What has a place of its own in the page is soon only referred to: its reasons stand there. The
       depth is bounded: evidence may be long, and is never a ring. -->

  <xsl:template name="stand-behind">
    <xsl:param name="links"/>
    <xsl:param name="deep" select="false()"/>
    <xsl:param name="depth" select="0"/>
    <ul>
      <xsl:for-each select="$links">
        <xsl:variable name="link" select="."/>
        <xsl:for-each select="key('id', @to)[1]">
          <xsl:variable name="next" select="w:link[@role = 'evidence' or ($deep and not($has-scenarios) and (@role = 'driver' or @role = 'path'))]"/>
          <li>
            <xsl:if test="$deep"><xsl:call-template name="type"/></xsl:if>
            <xsl:call-template name="refer"/>
            <xsl:call-template name="name-sources"/>
            <xsl:if test="$link/w:note"><xsl:text> – </xsl:text><span dir="auto"><xsl:value-of select="$link/w:note"/></span></xsl:if>
            <xsl:if test="$next and (($deep and $depth &lt; 5 and not($has-findings and $depth > 0)) or self::w:state or self::w:key-variable)">
              <xsl:call-template name="stand-behind">
                <xsl:with-param name="links" select="$next"/>
                <xsl:with-param name="deep" select="$deep"/>
                <xsl:with-param name="depth" select="$depth + 1"/>
              </xsl:call-template>
            </xsl:if>
          </li>
        </xsl:for-each>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template name="type">
    <span class="aside">
      <xsl:choose>
        <xsl:when test="self::w:finding"><xsl:value-of select="$label-finding"/></xsl:when>
        <xsl:when test="self::w:scenario or self::w:passage or self::w:period"><xsl:value-of select="$label-scenario"/></xsl:when>
        <xsl:when test="self::w:frame-scenario"><xsl:value-of select="$label-frame"/></xsl:when>
        <xsl:when test="self::w:state or self::w:key-variable"><xsl:value-of select="$label-variable"/></xsl:when>
        <xsl:when test="self::w:source"><xsl:value-of select="$label-source"/></xsl:when>
      </xsl:choose>
      <xsl:text>: </xsl:text>
    </span>
  </xsl:template>

  <xsl:template name="name-sources">
    <xsl:if test="w:link[@role = 'source']">
      <span class="aside">
        <xsl:text> — </xsl:text>
        <xsl:for-each select="w:link[@role = 'source']">
          <xsl:if test="position() > 1">; </xsl:if>
          <xsl:for-each select="key('id', @to)[1]"><xsl:call-template name="cite"/></xsl:for-each>
        </xsl:for-each>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- Only addresses of the web become links: others could run something. -->
  <xsl:template name="cite">
    <xsl:choose>
      <xsl:when test="starts-with(w:url, 'https://') or starts-with(w:url, 'http://')">
        <a href="{w:url}" rel="noreferrer"><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></a>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="w:publisher"><xsl:text>, </xsl:text><span dir="auto"><xsl:value-of select="w:publisher"/></span></xsl:if>
    <xsl:if test="@published-on"><xsl:text>, </xsl:text><xsl:call-template name="date"><xsl:with-param name="of" select="@published-on"/></xsl:call-template></xsl:if>
  </xsl:template>

</xsl:stylesheet>
