<?xml version="1.0" encoding="UTF-8"?>
<!--
  Styles of an OpenDocument text; see luotain-odf.xsl. They have the names office programs give their own, so that
  another template of styles dresses the report anew.
  SPDX-License-Identifier: EUPL-1.2
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
                exclude-result-prefixes="svgi">

  <xsl:template name="fonts">
    <office:font-face-decls>
      <style:font-face style:name="Cantarell" svg:font-family="Cantarell, 'Source Sans 3', 'Segoe UI', 'Noto Sans', sans-serif" style:font-family-generic="swiss" style:font-pitch="variable"/>
    </office:font-face-decls>
  </xsl:template>

  <xsl:template name="country">
    <xsl:param name="of"/>
    <xsl:choose>
      <xsl:when test="$of = 'fi' or $of = 'sv'">FI</xsl:when>
      <xsl:when test="$of = 'en'">GB</xsl:when>
      <xsl:otherwise>none</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="heading">
    <xsl:param name="level"/>
    <xsl:param name="size"/>
    <xsl:param name="above"/>
    <xsl:param name="color" select="'#1a1c21'"/>
    <style:style style:name="Heading_20_{$level}" style:display-name="Heading {$level}" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:default-outline-level="{$level}" style:class="text">
      <style:paragraph-properties fo:margin-top="{$above}" fo:margin-bottom="0.15cm">
        <xsl:if test="$level = 2"><xsl:attribute name="fo:break-before">page</xsl:attribute></xsl:if>
      </style:paragraph-properties>
      <style:text-properties fo:font-size="{$size}" fo:color="{$color}"/>
    </style:style>
  </xsl:template>

  <xsl:template name="paragraph-style">
    <xsl:param name="name"/>
    <xsl:param name="shown" select="$name"/>
    <xsl:param name="parent" select="'Standard'"/>
    <xsl:param name="above" select="'0cm'"/>
    <xsl:param name="below" select="'0.22cm'"/>
    <xsl:param name="size" select="'10.5pt'"/>
    <xsl:param name="color" select="'#1a1c21'"/>
    <xsl:param name="weight" select="'normal'"/>
    <xsl:param name="keep" select="'auto'"/>
    <xsl:param name="class" select="'text'"/>
    <style:style style:name="{$name}" style:family="paragraph" style:parent-style-name="{$parent}" style:class="{$class}">
      <xsl:if test="$shown != $name"><xsl:attribute name="style:display-name"><xsl:value-of select="$shown"/></xsl:attribute></xsl:if>
      <style:paragraph-properties fo:margin-top="{$above}" fo:margin-bottom="{$below}" fo:keep-with-next="{$keep}"/>
      <style:text-properties fo:font-size="{$size}" fo:color="{$color}" fo:font-weight="{$weight}">
        <!-- Columns are narrow, and Finnish words are long. -->
        <xsl:if test="starts-with($name, 'Table_')">
          <xsl:attribute name="fo:hyphenate">true</xsl:attribute>
          <xsl:attribute name="fo:hyphenation-remain-char-count">3</xsl:attribute>
          <xsl:attribute name="fo:hyphenation-push-char-count">3</xsl:attribute>
        </xsl:if>
      </style:text-properties>
    </style:style>
  </xsl:template>

  <xsl:template name="named-styles">
    <xsl:variable name="land"><xsl:call-template name="country"><xsl:with-param name="of" select="/html/@lang"/></xsl:call-template></xsl:variable>
    <office:styles>
      <style:default-style style:family="paragraph">
        <style:paragraph-properties fo:orphans="2" fo:widows="2" style:writing-mode="lr-tb"/>
        <style:text-properties style:font-name="Cantarell" fo:font-size="10.5pt" fo:language="{/html/@lang}" fo:country="{$land}" fo:hyphenate="false"/>
      </style:default-style>
      <style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/></style:default-style>
      <style:default-style style:family="table-row"><style:table-row-properties fo:keep-together="auto"/></style:default-style>
      <style:style style:name="Standard" style:family="paragraph" style:class="text">
        <style:paragraph-properties fo:line-height="125%"/>
      </style:style>
      <xsl:call-template name="paragraph-style"><xsl:with-param name="name" select="'Text_20_body'"/><xsl:with-param name="shown" select="'Text body'"/></xsl:call-template>
      <style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard" style:next-style-name="Text_20_body" style:class="text">
        <style:paragraph-properties fo:keep-with-next="always" fo:line-height="115%"/>
        <style:text-properties fo:font-weight="bold"/>
      </style:style>
      <xsl:call-template name="heading"><xsl:with-param name="level" select="1"/><xsl:with-param name="size" select="'25pt'"/><xsl:with-param name="above" select="'0cm'"/><xsl:with-param name="color" select="'#124278'"/></xsl:call-template>
      <xsl:call-template name="heading"><xsl:with-param name="level" select="2"/><xsl:with-param name="size" select="'18pt'"/><xsl:with-param name="above" select="'0.9cm'"/><xsl:with-param name="color" select="'#124278'"/></xsl:call-template>
      <xsl:call-template name="heading"><xsl:with-param name="level" select="3"/><xsl:with-param name="size" select="'13.5pt'"/><xsl:with-param name="above" select="'0.7cm'"/></xsl:call-template>
      <xsl:call-template name="heading"><xsl:with-param name="level" select="4"/><xsl:with-param name="size" select="'11.5pt'"/><xsl:with-param name="above" select="'0.5cm'"/></xsl:call-template>
      <xsl:call-template name="heading"><xsl:with-param name="level" select="5"/><xsl:with-param name="size" select="'10.5pt'"/><xsl:with-param name="above" select="'0.35cm'"/></xsl:call-template>
      <xsl:call-template name="heading"><xsl:with-param name="level" select="6"/><xsl:with-param name="size" select="'10.5pt'"/><xsl:with-param name="above" select="'0.3cm'"/><xsl:with-param name="color" select="'#124278'"/></xsl:call-template>
      <xsl:call-template name="paragraph-style"><xsl:with-param name="name" select="'Subtitle'"/><xsl:with-param name="size" select="'13pt'"/><xsl:with-param name="color" select="'#4f565f'"/><xsl:with-param name="below" select="'0.5cm'"/><xsl:with-param name="class" select="'chapter'"/></xsl:call-template>
      <xsl:call-template name="paragraph-style"><xsl:with-param name="name" select="'Aside'"/><xsl:with-param name="size" select="'9.5pt'"/><xsl:with-param name="color" select="'#4f565f'"/><xsl:with-param name="below" select="'0.14cm'"/></xsl:call-template>
      <xsl:call-template name="paragraph-style"><xsl:with-param name="name" select="'Facts'"/><xsl:with-param name="size" select="'9.5pt'"/><xsl:with-param name="below" select="'0.18cm'"/></xsl:call-template>
      <xsl:call-template name="paragraph-style"><xsl:with-param name="name" select="'Term'"/><xsl:with-param name="weight" select="'bold'"/><xsl:with-param name="above" select="'0.3cm'"/><xsl:with-param name="below" select="'0.08cm'"/><xsl:with-param name="keep" select="'always'"/></xsl:call-template>
      <xsl:call-template name="paragraph-style"><xsl:with-param name="name" select="'List'"/><xsl:with-param name="below" select="'0.08cm'"/><xsl:with-param name="class" select="'list'"/></xsl:call-template>
      <xsl:call-template name="paragraph-style"><xsl:with-param name="name" select="'Caption'"/><xsl:with-param name="size" select="'9.5pt'"/><xsl:with-param name="weight" select="'bold'"/><xsl:with-param name="above" select="'0.3cm'"/><xsl:with-param name="below" select="'0.18cm'"/><xsl:with-param name="keep" select="'always'"/><xsl:with-param name="class" select="'extra'"/></xsl:call-template>
      <xsl:call-template name="paragraph-style"><xsl:with-param name="name" select="'Figure'"/><xsl:with-param name="keep" select="'always'"/><xsl:with-param name="class" select="'extra'"/></xsl:call-template>
      <xsl:call-template name="paragraph-style"><xsl:with-param name="name" select="'Table_20_Contents'"/><xsl:with-param name="shown" select="'Table Contents'"/><xsl:with-param name="size" select="'9pt'"/><xsl:with-param name="below" select="'0cm'"/><xsl:with-param name="class" select="'extra'"/></xsl:call-template>
      <xsl:call-template name="paragraph-style"><xsl:with-param name="name" select="'Table_20_Heading'"/><xsl:with-param name="shown" select="'Table Heading'"/><xsl:with-param name="parent" select="'Table_20_Contents'"/><xsl:with-param name="size" select="'9pt'"/><xsl:with-param name="below" select="'0cm'"/><xsl:with-param name="weight" select="'bold'"/><xsl:with-param name="class" select="'extra'"/></xsl:call-template>
      <xsl:call-template name="paragraph-style"><xsl:with-param name="name" select="'After_20_Table'"/><xsl:with-param name="shown" select="'After Table'"/><xsl:with-param name="size" select="'6pt'"/><xsl:with-param name="below" select="'0.1cm'"/><xsl:with-param name="class" select="'extra'"/></xsl:call-template>
      <style:style style:name="Note" style:family="paragraph" style:parent-style-name="Text_20_body" style:class="text">
        <style:paragraph-properties fo:margin-left="0.5cm" fo:margin-right="0cm" fo:text-indent="0cm" fo:border-left="1.5pt solid #b3bac2" fo:border-right="none" fo:border-top="none" fo:border-bottom="none" fo:padding-left="0.3cm" fo:padding-right="0cm" fo:padding-top="0cm" fo:padding-bottom="0cm"/>
        <style:text-properties fo:color="#4f565f"/>
      </style:style>
      <xsl:call-template name="paragraph-style"><xsl:with-param name="name" select="'Contents_20_Heading'"/><xsl:with-param name="shown" select="'Contents Heading'"/><xsl:with-param name="parent" select="'Heading'"/><xsl:with-param name="size" select="'13.5pt'"/><xsl:with-param name="weight" select="'bold'"/><xsl:with-param name="above" select="'0.7cm'"/><xsl:with-param name="class" select="'index'"/></xsl:call-template>
      <xsl:call-template name="contents-style"><xsl:with-param name="level" select="1"/><xsl:with-param name="indent" select="'0cm'"/><xsl:with-param name="weight" select="'bold'"/><xsl:with-param name="above" select="'0.2cm'"/></xsl:call-template>
      <xsl:call-template name="contents-style"><xsl:with-param name="level" select="2"/><xsl:with-param name="indent" select="'0.5cm'"/><xsl:with-param name="weight" select="'normal'"/><xsl:with-param name="above" select="'0.05cm'"/></xsl:call-template>
      <xsl:call-template name="paragraph-style"><xsl:with-param name="name" select="'Header'"/><xsl:with-param name="size" select="'8.5pt'"/><xsl:with-param name="color" select="'#4f565f'"/><xsl:with-param name="class" select="'extra'"/></xsl:call-template>
      <style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard" style:class="extra">
        <style:paragraph-properties fo:text-align="end"/>
        <style:text-properties fo:font-size="8.5pt" fo:color="#4f565f"/>
      </style:style>
      <style:style style:name="Strong_20_Emphasis" style:display-name="Strong Emphasis" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
      <style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
      <style:style style:name="Dim" style:family="text"><style:text-properties fo:color="#4f565f" fo:font-weight="normal"/></style:style>
      <style:style style:name="Internet_20_Link" style:display-name="Internet Link" style:family="text"><style:text-properties fo:color="#124278"/></style:style>
      <style:style style:name="Visited_20_Internet_20_Link" style:display-name="Visited Internet Link" style:family="text"><style:text-properties fo:color="#124278"/></style:style>
      <style:style style:name="Graphics" style:family="graphic">
        <style:graphic-properties text:anchor-type="as-char" svg:y="0cm" style:vertical-pos="top" style:vertical-rel="baseline" fo:padding="0cm" fo:border="none"/>
      </style:style>
      <xsl:call-template name="list-style"><xsl:with-param name="name" select="'List_20_1'"/><xsl:with-param name="shown" select="'List 1'"/></xsl:call-template>
      <xsl:call-template name="list-style"><xsl:with-param name="name" select="'Numbering_20_1'"/><xsl:with-param name="shown" select="'Numbering 1'"/><xsl:with-param name="numbers" select="true()"/></xsl:call-template>
    </office:styles>
  </xsl:template>

  <xsl:template name="contents-style">
    <xsl:param name="level"/>
    <xsl:param name="indent"/>
    <xsl:param name="weight"/>
    <xsl:param name="above"/>
    <style:style style:name="Contents_20_{$level}" style:display-name="Contents {$level}" style:family="paragraph" style:parent-style-name="Standard" style:class="index">
      <style:paragraph-properties fo:margin-left="{$indent}" fo:margin-right="0cm" fo:text-indent="0cm" fo:margin-top="{$above}" fo:margin-bottom="0cm">
        <style:tab-stops><style:tab-stop style:position="{concat(substring('16.6cm', 1 div ($level = 1)), substring('16.1cm', 1 div ($level = 2)))}" style:type="right"/></style:tab-stops>
      </style:paragraph-properties>
      <style:text-properties fo:font-weight="{$weight}"/>
    </style:style>
  </xsl:template>

  <xsl:template name="list-style">
    <xsl:param name="name"/>
    <xsl:param name="shown"/>
    <xsl:param name="numbers" select="false()"/>
    <text:list-style style:name="{$name}" style:display-name="{$shown}">
      <xsl:call-template name="list-level"><xsl:with-param name="numbers" select="$numbers"/></xsl:call-template>
    </text:list-style>
  </xsl:template>

  <xsl:template name="list-level">
    <xsl:param name="numbers"/>
    <xsl:param name="level" select="1"/>
    <xsl:variable name="layout">
      <style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
        <style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="{$level * 0.5}cm" fo:text-indent="-0.45cm" fo:margin-left="{$level * 0.5}cm"/>
      </style:list-level-properties>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$numbers"><text:list-level-style-number text:level="{$level}" style:num-suffix="." style:num-format="1"><xsl:copy-of select="$layout"/></text:list-level-style-number></xsl:when>
      <xsl:otherwise><text:list-level-style-bullet text:level="{$level}" text:bullet-char="•"><xsl:copy-of select="$layout"/></text:list-level-style-bullet></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$level &lt; 10"><xsl:call-template name="list-level"><xsl:with-param name="numbers" select="$numbers"/><xsl:with-param name="level" select="$level + 1"/></xsl:call-template></xsl:if>
  </xsl:template>

  <xsl:template name="page-styles">
    <style:page-layout style:name="Page">
      <style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin-top="1.3cm" fo:margin-bottom="1.3cm" fo:margin-left="2.4cm" fo:margin-right="2cm"/>
      <style:header-style><style:header-footer-properties fo:min-height="0.9cm" fo:margin-bottom="0.6cm"/></style:header-style>
      <style:footer-style><style:header-footer-properties fo:min-height="0.9cm" fo:margin-top="0.5cm"/></style:footer-style>
    </style:page-layout>
  </xsl:template>

  <xsl:template name="master-pages">
    <office:master-styles>
      <style:master-page style:name="Standard" style:page-layout-name="Page">
        <style:header><text:p text:style-name="Header"><text:title><xsl:value-of select="normalize-space(/html/head/title)"/></text:title></text:p></style:header>
        <style:footer><text:p text:style-name="Footer"><text:page-number text:select-page="current">1</text:page-number></text:p></style:footer>
      </style:master-page>
    </office:master-styles>
  </xsl:template>

  <!-- One style for each language that a text is in; content has no others. -->
  <xsl:template name="content-styles">
    <xsl:call-template name="table-styles"/>
    <xsl:for-each select="key('language', 'fi')[1] | key('language', 'sv')[1] | key('language', 'en')[1]">
      <xsl:variable name="land"><xsl:call-template name="country"><xsl:with-param name="of" select="@lang"/></xsl:call-template></xsl:variable>
      <style:style style:name="Language-{@lang}" style:family="text"><style:text-properties fo:language="{@lang}" fo:country="{$land}"/></style:style>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
