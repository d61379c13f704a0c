<?xml version="1.0" encoding="UTF-8"?>
<!--
  The scenarios.
  SPDX-License-Identifier: EUPL-1.2
-->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:w="urn:luotain:workbook:1"
                xmlns:r="urn:luotain:report:1"
                exclude-result-prefixes="w r">

  <!-- Scenarios -->

  <xsl:template name="scenarios">
    <section id="scenarios" aria-labelledby="scenarios-title">
      <h2 id="scenarios-title"><xsl:value-of select="$label-scenarios"/></h2>
      <xsl:apply-templates select="w:scenario"/>
    </section>
  </xsl:template>

  <xsl:template match="w:scenario">
    <div class="article">
      <h3 id="{@id}"><xsl:call-template name="name"/></h3>
      <xsl:call-template name="scenario-facts"/>
      <xsl:call-template name="say-paragraphs"><xsl:with-param name="in" select="w:narrative"/></xsl:call-template>
      <xsl:if test="w:note"><div class="note"><xsl:call-template name="say-paragraphs"><xsl:with-param name="in" select="w:note"/></xsl:call-template></div></xsl:if>
      <xsl:if test="w:link[@role = 'path']">
        <h4><xsl:value-of select="$label-path"/></h4>
        <xsl:call-template name="stand-behind"><xsl:with-param name="links" select="w:link[@role = 'path']"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="w:passage">
        <h4><xsl:value-of select="$label-peste"/></h4>
        <dl class="texts"><xsl:apply-templates select="w:passage"/></dl>
      </xsl:if>
      <xsl:if test="w:period">
        <h4><xsl:value-of select="$label-periods"/></h4>
        <dl class="texts"><xsl:apply-templates select="w:period"/></dl>
      </xsl:if>
      <xsl:if test="w:link[@role = 'driver']">
        <h4><xsl:value-of select="$label-drivers"/></h4>
        <xsl:call-template name="stand-behind"><xsl:with-param name="links" select="w:link[@role = 'driver']"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="w:link[@role = 'source']">
        <p><xsl:value-of select="$label-from"/><xsl:call-template name="name-sources"/></p>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:template name="scenario-facts">
    <dl class="facts">
      <xsl:if test="@image">
        <xsl:call-template name="fact"><xsl:with-param name="name" select="$label-image"/><xsl:with-param name="value"><xsl:call-template name="word"><xsl:with-param name="vocabulary" select="'image'"/><xsl:with-param name="key" select="@image"/></xsl:call-template></xsl:with-param></xsl:call-template>
      </xsl:if>
      <xsl:if test="@target-year">
        <xsl:call-template name="fact"><xsl:with-param name="name" select="$label-year"/><xsl:with-param name="value"><xsl:value-of select="@target-year"/></xsl:with-param></xsl:call-template>
      </xsl:if>
      <xsl:for-each select="key('id', w:link[@role = 'sector']/@to)[1]">
        <xsl:call-template name="fact"><xsl:with-param name="name" select="$label-sector"/><xsl:with-param name="value"><xsl:call-template name="name"/></xsl:with-param></xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="key('id', w:link[@role = 'frame']/@to)[1]">
        <xsl:call-template name="fact"><xsl:with-param name="name" select="$label-frame"/><xsl:with-param name="value"><xsl:call-template name="name"/></xsl:with-param></xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="key('id', w:link[@role = 'scenario']/@to)[1]">
        <xsl:call-template name="fact"><xsl:with-param name="name" select="$label-scenario"/><xsl:with-param name="value"><xsl:call-template name="refer"/></xsl:with-param></xsl:call-template>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <xsl:template match="w:passage">
    <div>
      <dt id="{@id}"><xsl:call-template name="words"><xsl:with-param name="vocabulary" select="'dimension'"/><xsl:with-param name="keys" select="string(@dimensions)"/></xsl:call-template></dt>
      <dd>
        <xsl:call-template name="say-paragraphs"><xsl:with-param name="in" select="w:text"/></xsl:call-template>
        <xsl:call-template name="rests-on"/>
      </dd>
    </div>
  </xsl:template>

  <xsl:template match="w:period">
    <div>
      <dt id="{@id}">
        <xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template>
        <xsl:if test="@start-year or @end-year"><span class="aside"><xsl:text> </xsl:text><xsl:value-of select="@start-year"/>–<xsl:value-of select="@end-year"/></span></xsl:if>
      </dt>
      <dd>
        <xsl:call-template name="say-paragraphs"><xsl:with-param name="in" select="w:text"/></xsl:call-template>
        <xsl:call-template name="rests-on"/>
      </dd>
    </div>
  </xsl:template>

  <xsl:template name="rests-on">
    <xsl:if test="w:link[@role = 'evidence']">
      <p class="aside"><xsl:value-of select="$label-rests"/></p>
      <xsl:call-template name="stand-behind"><xsl:with-param name="links" select="w:link[@role = 'evidence']"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
