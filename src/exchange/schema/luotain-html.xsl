<?xml version="1.0" encoding="UTF-8"?>
<!--
  The report of a workbook, or of a part of one, as one page that needs nothing else.
  SPDX-License-Identifier: EUPL-1.2

  Input: the vocabulary urn:luotain:workbook:1. Parameters: language, of the labels and of the texts where there are
  several (fi, sv or en); data, the name of a file beside the input in the vocabulary urn:luotain:report:1, which says what
  parts were chosen and what was computed (see docs/report.md); without it all parts that can be made from the records alone.
  Keys look records up; they are not used to group, which is quadratic in libxslt.
-->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:w="urn:luotain:workbook:1"
                xmlns:r="urn:luotain:report:1"
                exclude-result-prefixes="w r">

  <xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat" indent="no"/>
  <xsl:strip-space elements="w:* r:*"/>

  <xsl:param name="language" select="'en'"/>
  <xsl:param name="data" select="''"/>

  <!-- Without a name this is the input itself, which holds no report. -->
  <xsl:variable name="report" select="document($data, /)/r:report"/>
  <xsl:variable name="records" select="/w:luotain"/>
  <xsl:variable name="workbook" select="($records/w:workbook | $report/w:workbook)[1]"/>
  <xsl:variable name="main" select="string($records/@language)"/>

  <xsl:variable name="parts" select="concat(' ', $report/@parts, ' ')"/>
  <xsl:variable name="all" select="not($report)"/>
  <xsl:variable name="has-findings" select="($all or contains($parts, ' findings ')) and boolean($records/w:finding)"/>
  <xsl:variable name="has-map" select="boolean($report/r:map[@findings > 0])"/>
  <xsl:variable name="has-table" select="($all or contains($parts, ' table ')) and boolean($records/w:key-variable/w:state)"/>
  <xsl:variable name="has-scenarios" select="($all or contains($parts, ' scenarios ')) and boolean($records/w:scenario)"/>
  <xsl:variable name="has-profiles" select="($all or contains($parts, ' profiles ')) and boolean($records/w:profile)"/>
  <xsl:variable name="has-robustness" select="boolean($report/r:robustness/r:row)"/>
  <xsl:variable name="has-coverage" select="boolean($report/r:coverage/r:row)"/>
  <xsl:variable name="has-chain" select="($all or contains($parts, ' chain ')) and boolean($records/w:profile/w:profile-entry/w:link[@role = 'competence'])"/>
  <xsl:variable name="has-editions" select="boolean($report/r:comparison)"/>
  <xsl:variable name="has-sources" select="($all or contains($parts, ' sources ')) and boolean($records/w:source | $records/w:session)"/>

  <xsl:key name="id" match="w:*[@id]" use="@id"/>
  <xsl:key name="word" match="w:vocabulary-entry" use="concat(@vocabulary, '/', w:key)"/>
  <xsl:key name="values" match="r:values" use="@finding"/>

  <xsl:include href="luotain-html-words.xsl"/>
  <xsl:include href="luotain-html-text.xsl"/>
  <xsl:include href="luotain-html-findings.xsl"/>
  <xsl:include href="luotain-html-table.xsl"/>
  <xsl:include href="luotain-html-scenarios.xsl"/>
  <xsl:include href="luotain-html-profiles.xsl"/>
  <xsl:include href="luotain-html-chain.xsl"/>
  <xsl:include href="luotain-html-style.xsl"/>

  <xsl:template match="/w:luotain">
    <html lang="{$language}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
        <title>
          <xsl:choose>
            <xsl:when test="$workbook/w:title[@xml:lang = $language]"><xsl:value-of select="$workbook/w:title[@xml:lang = $language]"/></xsl:when>
            <xsl:when test="$workbook/w:title"><xsl:value-of select="$workbook/w:title[1]"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="$label-report"/></xsl:otherwise>
          </xsl:choose>
        </title>
        <style><xsl:call-template name="style"/><xsl:value-of select="$report/r:map[1]/r:style"/></style>
      </head>
      <body>
        <a class="screen skip" href="#content"><xsl:value-of select="$label-skip"/></a>
        <header><xsl:call-template name="head"/></header>
        <xsl:call-template name="contents"/>
        <main id="content">
          <xsl:if test="$has-findings"><xsl:call-template name="findings"/></xsl:if>
          <xsl:if test="$has-map"><xsl:call-template name="map"/></xsl:if>
          <xsl:if test="$has-table"><xsl:call-template name="table"/></xsl:if>
          <xsl:if test="$has-scenarios"><xsl:call-template name="scenarios"/></xsl:if>
          <xsl:if test="$has-profiles"><xsl:call-template name="profiles"/></xsl:if>
          <xsl:if test="$has-robustness"><xsl:call-template name="robustness"/></xsl:if>
          <xsl:if test="$has-coverage"><xsl:call-template name="coverage"/></xsl:if>
          <xsl:if test="$has-chain"><xsl:call-template name="chain"/></xsl:if>
          <xsl:if test="$has-editions"><xsl:call-template name="editions"/></xsl:if>
          <xsl:if test="$has-sources"><xsl:call-template name="sources"/></xsl:if>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="head">
    <h1>
      <xsl:choose>
        <xsl:when test="$workbook"><xsl:call-template name="say"><xsl:with-param name="in" select="$workbook/w:title"/></xsl:call-template></xsl:when>
        <xsl:otherwise><xsl:value-of select="$label-report"/></xsl:otherwise>
      </xsl:choose>
    </h1>
    <xsl:if test="$workbook/w:region or $workbook/@horizon-year">
      <p class="subtitle">
        <xsl:call-template name="say"><xsl:with-param name="in" select="$workbook/w:region"/></xsl:call-template>
        <xsl:if test="$workbook/w:region and $workbook/@horizon-year"> · </xsl:if>
        <xsl:value-of select="$workbook/@horizon-year"/>
      </p>
    </xsl:if>
    <xsl:call-template name="say-paragraphs"><xsl:with-param name="in" select="$workbook/w:description"/></xsl:call-template>
    <dl class="facts">
      <xsl:if test="$report/@changed">
        <xsl:call-template name="fact"><xsl:with-param name="name" select="$label-as-of"/><xsl:with-param name="value"><xsl:call-template name="date"><xsl:with-param name="of" select="$report/@changed"/></xsl:call-template></xsl:with-param></xsl:call-template>
      </xsl:if>
      <xsl:call-template name="count-fact"><xsl:with-param name="name" select="$label-findings"/><xsl:with-param name="of" select="w:finding"/></xsl:call-template>
      <xsl:call-template name="count-fact"><xsl:with-param name="name" select="$label-scenarios"/><xsl:with-param name="of" select="w:scenario"/></xsl:call-template>
      <xsl:call-template name="count-fact"><xsl:with-param name="name" select="$label-profiles"/><xsl:with-param name="of" select="w:profile"/></xsl:call-template>
      <xsl:call-template name="count-fact"><xsl:with-param name="name" select="$label-competences"/><xsl:with-param name="of" select="w:competence"/></xsl:call-template>
    </dl>
  </xsl:template>

  <xsl:template name="count-fact">
    <xsl:param name="name"/>
    <xsl:param name="of"/>
    <xsl:if test="$of"><xsl:call-template name="fact"><xsl:with-param name="name" select="$name"/><xsl:with-param name="value" select="count($of)"/></xsl:call-template></xsl:if>
  </xsl:template>

  <!-- What stands in the report, on the screen alone: a PDF has its own, with page numbers. -->

  <xsl:template name="contents">
    <xsl:if test="$has-scenarios or $has-profiles or $has-findings + $has-map + $has-table + $has-robustness + $has-coverage + $has-chain + $has-editions + $has-sources > 1">
      <nav class="screen" aria-labelledby="contents">
        <h2 id="contents"><xsl:value-of select="$label-contents"/></h2>
        <ul>
          <xsl:if test="$has-findings"><li><a href="#findings"><xsl:value-of select="$label-findings"/></a></li></xsl:if>
          <xsl:if test="$has-map"><li><a href="#maps"><xsl:value-of select="$label-map"/></a></li></xsl:if>
          <xsl:if test="$has-table"><li><a href="#table"><xsl:value-of select="$label-table"/></a></li></xsl:if>
          <xsl:if test="$has-scenarios">
            <li><a href="#scenarios"><xsl:value-of select="$label-scenarios"/></a>
              <ul><xsl:for-each select="w:scenario"><li><xsl:call-template name="refer"/></li></xsl:for-each></ul>
            </li>
          </xsl:if>
          <xsl:if test="$has-profiles">
            <li><a href="#profiles"><xsl:value-of select="$label-profiles"/></a>
              <ul><xsl:for-each select="w:profile"><li><xsl:call-template name="refer"/></li></xsl:for-each></ul>
            </li>
          </xsl:if>
          <xsl:if test="$has-robustness"><li><a href="#robustness"><xsl:value-of select="$label-robustness"/></a></li></xsl:if>
          <xsl:if test="$has-coverage"><li><a href="#coverage"><xsl:value-of select="$label-coverage"/></a></li></xsl:if>
          <xsl:if test="$has-chain"><li><a href="#chain"><xsl:value-of select="$label-chain"/></a></li></xsl:if>
          <xsl:if test="$has-editions"><li><a href="#editions"><xsl:value-of select="$label-editions"/></a></li></xsl:if>
          <xsl:if test="$has-sources"><li><a href="#sources"><xsl:value-of select="$label-sources"/></a></li></xsl:if>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
