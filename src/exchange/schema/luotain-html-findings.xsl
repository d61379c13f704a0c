<?xml version="1.0" encoding="UTF-8"?>
<!--
  Findings with what the group thinks of them, and the map.
  SPDX-License-Identifier: EUPL-1.2
-->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:w="urn:luotain:workbook:1"
                xmlns:r="urn:luotain:report:1"
                xmlns:s="http://www.w3.org/2000/svg"
                exclude-result-prefixes="w r s">

  <!-- Kind by kind, in the order of the vocabulary -->

  <xsl:template name="findings">
    <xsl:variable name="findings" select="w:finding"/>
    <xsl:variable name="kinds" select="w:vocabulary-entry[@vocabulary = 'finding-kind']"/>
    <xsl:variable name="others" select="$findings[not(@kind = $kinds/w:key)]"/>
    <section id="findings" aria-labelledby="findings-title">
      <h2 id="findings-title"><xsl:value-of select="$label-findings"/></h2>
      <xsl:for-each select="$kinds">
        <xsl:variable name="kind" select="string(w:key)"/>
        <xsl:variable name="chosen" select="$findings[@kind = $kind]"/>
        <xsl:if test="$chosen">
          <h3><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template><span class="aside"><xsl:text> </xsl:text><xsl:value-of select="count($chosen)"/></span></h3>
          <xsl:apply-templates select="$chosen"/>
        </xsl:if>
      </xsl:for-each>
      <xsl:if test="$others">
        <h3><xsl:value-of select="$label-no-kind"/><span class="aside"><xsl:text> </xsl:text><xsl:value-of select="count($others)"/></span></h3>
        <xsl:apply-templates select="$others"/>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="w:finding">
    <xsl:variable name="id" select="@id"/>
    <div class="entry">
      <h4 id="{@id}"><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></h4>
      <xsl:if test="@dimensions or @observed-on or w:tag">
        <p class="aside">
          <xsl:if test="@dimensions"><xsl:call-template name="words"><xsl:with-param name="vocabulary" select="'dimension'"/><xsl:with-param name="keys" select="string(@dimensions)"/></xsl:call-template></xsl:if>
          <xsl:if test="@observed-on"><xsl:if test="@dimensions"> · </xsl:if><xsl:call-template name="date"><xsl:with-param name="of" select="@observed-on"/></xsl:call-template></xsl:if>
          <xsl:for-each select="w:tag"><xsl:if test="position() > 1 or ../@dimensions or ../@observed-on"> · </xsl:if><span dir="auto">#<xsl:value-of select="."/></span></xsl:for-each>
        </p>
      </xsl:if>
      <xsl:call-template name="say-paragraphs"><xsl:with-param name="in" select="w:description"/></xsl:call-template>
      <xsl:for-each select="$report"><xsl:apply-templates select="key('values', $id)"/></xsl:for-each>
      <xsl:if test="w:link[@role = 'source']">
        <p class="aside"><xsl:value-of select="$label-from"/></p>
        <ul><xsl:for-each select="w:link[@role = 'source']"><xsl:for-each select="key('id', @to)[1]"><li><xsl:call-template name="cite"/></li></xsl:for-each></xsl:for-each></ul>
      </xsl:if>
      <xsl:for-each select="key('id', w:link[@role = 'session']/@to)[1]">
        <p class="aside"><xsl:value-of select="$label-session"/><xsl:text>: </xsl:text><xsl:call-template name="name"/><xsl:if test="@held-on"><xsl:text>, </xsl:text><xsl:call-template name="date"><xsl:with-param name="of" select="@held-on"/></xsl:call-template></xsl:if></p>
      </xsl:for-each>
      <xsl:if test="w:link[@role = 'evidence']">
        <p class="aside"><xsl:value-of select="$label-evidence"/></p>
        <ul><xsl:for-each select="w:link[@role = 'evidence']"><xsl:for-each select="key('id', @to)[1]"><li><xsl:call-template name="refer"/></li></xsl:for-each></xsl:for-each></ul>
      </xsl:if>
    </div>
  </xsl:template>

  <!-- Ratings: the number, and what it means -->

  <xsl:template match="r:values">
    <dl class="facts">
      <xsl:for-each select="r:value">
        <div>
          <dt>
            <xsl:choose>
              <xsl:when test="@scale = 'breakthrough'"><xsl:value-of select="$label-breakthrough"/></xsl:when>
              <xsl:when test="@scale = 'impact'"><xsl:value-of select="$label-impact"/></xsl:when>
              <xsl:when test="@scale = 'probability'"><xsl:value-of select="$label-probability"/></xsl:when>
              <xsl:when test="@scale = 'direction'"><xsl:value-of select="$label-trend"/></xsl:when>
              <xsl:when test="@scale = 'dots'"><xsl:value-of select="$label-dots"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="$label-priority"/></xsl:otherwise>
            </xsl:choose>
          </dt>
          <dd><xsl:call-template name="value"/></dd>
        </div>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <!-- The context is an r:value. Hands that meet between two steps are named by both. -->
  <xsl:template name="value">
    <xsl:choose>
      <xsl:when test="@scale = 'direction'">
        <xsl:choose>
          <xsl:when test=". >= 0.5"><xsl:value-of select="$label-strengthening"/></xsl:when>
          <xsl:when test=". &lt;= -0.5"><xsl:value-of select="$label-weakening"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$label-established"/></xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="decimal"/>
        <xsl:if test="@scale = 'impact' or @scale = 'probability'">
          <xsl:text> – </xsl:text>
          <xsl:call-template name="step"><xsl:with-param name="number" select="floor(.)"/></xsl:call-template>
          <xsl:if test="ceiling(.) != floor(.)">
            <xsl:text>/</xsl:text>
            <xsl:call-template name="step"><xsl:with-param name="number" select="ceiling(.)"/></xsl:call-template>
          </xsl:if>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@hands">
      <span class="aside"><xsl:text> (</xsl:text><xsl:value-of select="$label-median"/><xsl:text>, </xsl:text><xsl:value-of select="@hands"/><xsl:text> </xsl:text><xsl:value-of select="$label-hands"/><xsl:text>)</xsl:text></span>
    </xsl:if>
  </xsl:template>

  <xsl:template name="decimal">
    <xsl:choose>
      <xsl:when test="$language = 'en'"><xsl:value-of select="."/></xsl:when>
      <xsl:otherwise><xsl:value-of select="translate(., '.', ',')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="step">
    <xsl:param name="number"/>
    <xsl:choose>
      <xsl:when test="@scale = 'impact' and $number = 1"><xsl:value-of select="$label-impact-1"/></xsl:when>
      <xsl:when test="@scale = 'impact' and $number = 2"><xsl:value-of select="$label-impact-2"/></xsl:when>
      <xsl:when test="@scale = 'impact' and $number = 3"><xsl:value-of select="$label-impact-3"/></xsl:when>
      <xsl:when test="@scale = 'impact' and $number = 4"><xsl:value-of select="$label-impact-4"/></xsl:when>
      <xsl:when test="@scale = 'impact' and $number = 5"><xsl:value-of select="$label-impact-5"/></xsl:when>
      <xsl:when test="@scale = 'probability' and $number = 1"><xsl:value-of select="$label-probability-1"/></xsl:when>
      <xsl:when test="@scale = 'probability' and $number = 2"><xsl:value-of select="$label-probability-2"/></xsl:when>
      <xsl:when test="@scale = 'probability' and $number = 3"><xsl:value-of select="$label-probability-3"/></xsl:when>
      <xsl:when test="@scale = 'probability' and $number = 4"><xsl:value-of select="$label-probability-4"/></xsl:when>
      <xsl:when test="@scale = 'probability' and $number = 5"><xsl:value-of select="$label-probability-5"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The map, one a sector, and what stands on it as a table. A finding that has its place in the page is referred to. -->

  <xsl:template name="map">
    <section id="maps" aria-labelledby="maps-title">
      <h2 id="maps-title"><xsl:value-of select="$label-map"/></h2>
      <xsl:for-each select="$report/r:map[@findings > 0]">
        <xsl:variable name="map" select="."/>
        <xsl:variable name="number" select="position()"/>
        <xsl:call-template name="sector-heading"><xsl:with-param name="id" select="@sector"/></xsl:call-template>
        <figure>
          <div class="wide" role="region" tabindex="0" aria-labelledby="map-caption-{$number}"><xsl:copy-of select="s:svg"/></div>
          <figcaption id="map-caption-{$number}"><xsl:value-of select="$label-map"/><xsl:text> </xsl:text><xsl:value-of select="@first-year"/>–<xsl:value-of select="@last-year"/><xsl:text>. </xsl:text><xsl:value-of select="$label-map-hint"/></figcaption>
        </figure>
        <xsl:variable name="shown" select="r:finding[@rated or not($has-findings)]"/>
        <xsl:if test="$shown">
          <div class="wide" role="region" tabindex="0" aria-labelledby="map-list-{$number}">
            <table>
              <caption id="map-list-{$number}"><xsl:value-of select="$label-map-list"/></caption>
              <thead>
                <tr>
                  <th scope="col"><xsl:value-of select="$label-finding"/></th>
                  <th scope="col"><xsl:value-of select="$label-kind"/></th>
                  <th scope="col"><xsl:value-of select="$label-dimensions"/></th>
                  <th scope="col"><xsl:value-of select="$label-breakthrough"/></th>
                  <th scope="col"><xsl:value-of select="$label-impact"/></th>
                  <th scope="col"><xsl:value-of select="$label-probability"/></th>
                  <th scope="col"><xsl:value-of select="$label-trend"/></th>
                </tr>
              </thead>
              <tbody><xsl:apply-templates select="$shown"/></tbody>
            </table>
          </div>
        </xsl:if>
        <xsl:if test="$has-findings and @rated &lt; @findings">
          <p class="aside"><xsl:value-of select="@findings - @rated"/><xsl:text> </xsl:text><xsl:value-of select="$label-map-unrated"/></p>
        </xsl:if>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template match="r:finding">
    <xsl:variable name="id" select="@id"/>
    <xsl:variable name="values" select="key('values', $id)[1]"/>
    <tr>
      <!-- Where findings have no part of their own the marks of the map lead here; one without a sector may stand on several. -->
      <xsl:if test="not($has-findings) and not(../preceding-sibling::r:map/r:finding[@id = $id])"><xsl:attribute name="id"><xsl:value-of select="@id"/></xsl:attribute></xsl:if>
      <xsl:for-each select="$records">
        <xsl:for-each select="key('id', $id)[1]">
          <th scope="row">
            <xsl:choose>
              <xsl:when test="$has-findings"><a href="#{@id}"><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></a></xsl:when>
              <xsl:otherwise><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></xsl:otherwise>
            </xsl:choose>
          </th>
          <td><xsl:if test="@kind"><xsl:call-template name="word"><xsl:with-param name="vocabulary" select="'finding-kind'"/><xsl:with-param name="key" select="@kind"/></xsl:call-template></xsl:if></td>
          <td><xsl:if test="@dimensions"><xsl:call-template name="words"><xsl:with-param name="vocabulary" select="'dimension'"/><xsl:with-param name="keys" select="string(@dimensions)"/></xsl:call-template></xsl:if></td>
        </xsl:for-each>
      </xsl:for-each>
      <td><xsl:for-each select="$values/r:value[@scale = 'breakthrough']"><xsl:call-template name="decimal"/></xsl:for-each></td>
      <td><xsl:for-each select="$values/r:value[@scale = 'impact']"><xsl:call-template name="value"/></xsl:for-each></td>
      <td><xsl:for-each select="$values/r:value[@scale = 'probability']"><xsl:call-template name="value"/></xsl:for-each></td>
      <td><xsl:for-each select="$values/r:value[@scale = 'direction']"><xsl:call-template name="value"/></xsl:for-each></td>
    </tr>
  </xsl:template>

  <!-- Where sectors are told apart -->
  <xsl:template name="sector-heading">
    <xsl:param name="id"/>
    <xsl:if test="$id">
      <xsl:for-each select="$records"><xsl:for-each select="key('id', $id)[1]"><h3><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></h3></xsl:for-each></xsl:for-each>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
