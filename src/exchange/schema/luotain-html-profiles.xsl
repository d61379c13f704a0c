<?xml version="1.0" encoding="UTF-8"?>
<!--
  The competence profiles.
  SPDX-License-Identifier: EUPL-1.2
-->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:w="urn:luotain:workbook:1"
                xmlns:r="urn:luotain:report:1"
                exclude-result-prefixes="w r">

  <xsl:template name="profiles">
    <section id="profiles" aria-labelledby="profiles-title">
      <h2 id="profiles-title"><xsl:value-of select="$label-profiles"/></h2>
      <xsl:apply-templates select="w:profile"/>
    </section>
  </xsl:template>

  <xsl:template match="w:profile">
    <div class="article">
      <h3 id="{@id}"><xsl:call-template name="name"/></h3>
      <xsl:call-template name="scenario-facts"/>
      <xsl:call-template name="say-paragraphs"><xsl:with-param name="in" select="w:description"/></xsl:call-template>
      <xsl:if test="w:profile-entry">
        <xsl:call-template name="grid"/>
        <xsl:call-template name="reasons"/>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:template name="grid">
    <xsl:variable name="profile" select="."/>
    <xsl:variable name="levels" select="/w:luotain/w:role-level[@id = $profile/w:profile-entry/w:link[@role = 'role-level']/@to]"/>
    <xsl:variable name="loose" select="w:profile-entry[not(w:link[@role = 'role-level'])]"/>
    <xsl:variable name="competences" select="key('id', w:profile-entry/w:link[@role = 'competence']/@to)"/>
    <xsl:variable name="ungrouped" select="w:profile-entry[not(key('id', w:link[@role = 'competence']/@to)/@group)]"/>
    <div class="wide" role="region" tabindex="0" aria-labelledby="grid-{@id}">
      <table>
        <caption id="grid-{@id}"><xsl:value-of select="$label-grid"/><xsl:text>: </xsl:text><xsl:choose><xsl:when test="key('id', w:link[@role = 'scenario']/@to)"><xsl:for-each select="key('id', w:link[@role = 'scenario']/@to)[1]"><xsl:call-template name="name"/></xsl:for-each></xsl:when><xsl:otherwise><xsl:call-template name="name"/></xsl:otherwise></xsl:choose></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="$label-group"/></th>
            <xsl:for-each select="$levels"><th scope="col"><xsl:call-template name="name"/></th></xsl:for-each>
            <xsl:if test="$loose"><th scope="col"><xsl:value-of select="$label-no-level"/></th></xsl:if>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="/w:luotain/w:vocabulary-entry[@vocabulary = 'competence-group'][w:key = $competences/@group]">
            <xsl:variable name="group" select="string(w:key)"/>
            <tr>
              <th scope="row"><xsl:call-template name="name"/></th>
              <xsl:for-each select="$levels">
                <xsl:variable name="level" select="@id"/>
                <xsl:call-template name="cell"><xsl:with-param name="entries" select="$profile/w:profile-entry[w:link[@role = 'role-level']/@to = $level][key('id', w:link[@role = 'competence']/@to)/@group = $group]"/></xsl:call-template>
              </xsl:for-each>
              <xsl:if test="$loose"><xsl:call-template name="cell"><xsl:with-param name="entries" select="$loose[key('id', w:link[@role = 'competence']/@to)/@group = $group]"/></xsl:call-template></xsl:if>
            </tr>
          </xsl:for-each>
          <xsl:if test="$ungrouped">
            <tr>
              <th scope="row"><xsl:value-of select="$label-no-group"/></th>
              <xsl:for-each select="$levels">
                <xsl:variable name="level" select="@id"/>
                <xsl:call-template name="cell"><xsl:with-param name="entries" select="$ungrouped[w:link[@role = 'role-level']/@to = $level]"/></xsl:call-template>
              </xsl:for-each>
              <xsl:if test="$loose"><xsl:call-template name="cell"><xsl:with-param name="entries" select="$ungrouped[not(w:link[@role = 'role-level'])]"/></xsl:call-template></xsl:if>
            </tr>
          </xsl:if>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template name="cell">
    <xsl:param name="entries"/>
    <td>
      <xsl:choose>
        <xsl:when test="$entries">
          <ul>
            <xsl:for-each select="$entries"><li><a href="#{@id}"><xsl:call-template name="entry-name"/></a></li></xsl:for-each>
          </ul>
        </xsl:when>
        <xsl:otherwise><span class="aside"><xsl:value-of select="$label-none"/></span></xsl:otherwise>
      </xsl:choose>
    </td>
  </xsl:template>

  <xsl:template name="entry-name">
    <xsl:variable name="competence" select="key('id', w:link[@role = 'competence']/@to)[1]"/>
    <xsl:choose>
      <xsl:when test="$competence"><xsl:call-template name="say"><xsl:with-param name="in" select="$competence/w:title"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:value-of select="$label-no-competence"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="reasons">
    <xsl:variable name="profile" select="."/>
    <xsl:for-each select="/w:luotain/w:role-level[@id = $profile/w:profile-entry/w:link[@role = 'role-level']/@to]">
      <xsl:variable name="level" select="@id"/>
      <h4><xsl:value-of select="$label-reasons"/><xsl:text>: </xsl:text><xsl:call-template name="name"/></h4>
      <dl class="texts"><xsl:apply-templates select="$profile/w:profile-entry[w:link[@role = 'role-level']/@to = $level]"/></dl>
    </xsl:for-each>
    <xsl:if test="w:profile-entry[not(w:link[@role = 'role-level'])]">
      <h4><xsl:value-of select="$label-reasons"/><xsl:text>: </xsl:text><xsl:value-of select="$label-no-level"/></h4>
      <dl class="texts"><xsl:apply-templates select="w:profile-entry[not(w:link[@role = 'role-level'])]"/></dl>
    </xsl:if>
  </xsl:template>

  <!-- Where the chain stands in the page it says what is behind each reason. -->
  <xsl:template match="w:profile-entry">
    <div>
      <dt id="{@id}">
        <xsl:choose>
          <xsl:when test="$has-chain and w:link[@role = 'competence']"><a href="#chain-{w:link[@role = 'competence']/@to}"><xsl:call-template name="entry-name"/></a></xsl:when>
          <xsl:otherwise><xsl:call-template name="entry-name"/></xsl:otherwise>
        </xsl:choose>
      </dt>
      <dd>
        <xsl:call-template name="entry-facts"/>
        <xsl:call-template name="say-paragraphs"><xsl:with-param name="in" select="w:reason"/></xsl:call-template>
        <xsl:if test="w:link[@role = 'rests-on']">
          <xsl:choose>
            <xsl:when test="$has-chain">
              <p class="aside"><xsl:value-of select="$label-rests"/><xsl:text> </xsl:text>
                <xsl:for-each select="w:link[@role = 'rests-on']"><xsl:if test="position() > 1">; </xsl:if><xsl:for-each select="key('id', @to)[1]"><xsl:call-template name="refer"/></xsl:for-each></xsl:for-each>
              </p>
            </xsl:when>
            <xsl:otherwise>
              <p class="aside"><xsl:value-of select="$label-rests"/></p>
              <xsl:call-template name="stand-behind"><xsl:with-param name="links" select="w:link[@role = 'rests-on']"/></xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:if>
      </dd>
    </div>
  </xsl:template>

  <xsl:template name="entry-facts">
    <xsl:if test="@importance or @direction or w:link[@role = 'job-title']">
      <p class="aside">
        <xsl:if test="@importance"><xsl:value-of select="$label-importance"/><xsl:text>: </xsl:text><xsl:call-template name="word"><xsl:with-param name="vocabulary" select="'importance'"/><xsl:with-param name="key" select="@importance"/></xsl:call-template></xsl:if>
        <xsl:if test="@direction"><xsl:if test="@importance"> · </xsl:if><xsl:value-of select="$label-direction"/><xsl:text>: </xsl:text><xsl:call-template name="word"><xsl:with-param name="vocabulary" select="'change-direction'"/><xsl:with-param name="key" select="@direction"/></xsl:call-template></xsl:if>
        <xsl:for-each select="key('id', w:link[@role = 'job-title']/@to)[1]"><xsl:text> · </xsl:text><xsl:call-template name="name"/></xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- Robustness: competence by scenario, the sturdiest first -->

  <xsl:template name="robustness">
    <section id="robustness" aria-labelledby="robustness-title">
      <h2 id="robustness-title"><xsl:value-of select="$label-robustness"/></h2>
      <p><xsl:value-of select="$label-robust-intro"/></p>
      <xsl:for-each select="$report/r:robustness[r:row]">
        <xsl:call-template name="sector-heading"><xsl:with-param name="id" select="@sector"/></xsl:call-template>
        <xsl:call-template name="matrix"><xsl:with-param name="number" select="position()"/></xsl:call-template>
      </xsl:for-each>
      <xsl:if test="$report/r:across/r:row[@sectors > 1]"><xsl:call-template name="across"/></xsl:if>
    </section>
  </xsl:template>

  <xsl:template name="matrix">
    <xsl:param name="number"/>
    <xsl:variable name="matrix" select="."/>
    <dl class="facts">
      <div><dt><xsl:value-of select="$label-robust"/></dt><dd><xsl:value-of select="count(r:row[@kind = 'robust'])"/></dd></div>
      <div><dt><xsl:value-of select="$label-shared"/></dt><dd><xsl:value-of select="count(r:row[@kind = 'shared'])"/></dd></div>
      <div><dt><xsl:value-of select="$label-bet"/></dt><dd><xsl:value-of select="count(r:row[@kind = 'bet'])"/></dd></div>
    </dl>
    <xsl:if test="@without-profile > 0"><p class="aside"><xsl:value-of select="$label-without-profile"/><xsl:text> </xsl:text><xsl:value-of select="@without-profile"/></p></xsl:if>
    <div class="wide" role="region" tabindex="0" aria-labelledby="matrix-{$number}">
      <table>
        <caption id="matrix-{$number}"><xsl:value-of select="$label-matrix"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="$label-competence"/></th>
            <xsl:for-each select="r:column"><th scope="col"><xsl:call-template name="record-title"><xsl:with-param name="id" select="@scenario"/></xsl:call-template></th></xsl:for-each>
          </tr>
        </thead>
        <xsl:call-template name="matrix-rows"><xsl:with-param name="rows" select="r:row[@kind = 'robust']"/><xsl:with-param name="head" select="$label-robust-head"/></xsl:call-template>
        <xsl:call-template name="matrix-rows"><xsl:with-param name="rows" select="r:row[@kind = 'shared']"/><xsl:with-param name="head" select="$label-shared-head"/></xsl:call-template>
        <xsl:call-template name="matrix-rows"><xsl:with-param name="rows" select="r:row[@kind = 'bet']"/><xsl:with-param name="head" select="$label-bet-head"/></xsl:call-template>
      </table>
    </div>
  </xsl:template>

  <xsl:template name="matrix-rows">
    <xsl:param name="rows"/>
    <xsl:param name="head"/>
    <xsl:variable name="columns" select="r:column"/>
    <xsl:if test="$rows">
      <tbody>
        <tr><th scope="rowgroup" colspan="{count($columns) + 1}" class="head"><xsl:value-of select="$head"/></th></tr>
        <xsl:for-each select="$rows">
          <xsl:variable name="row" select="."/>
          <tr>
            <th scope="row">
              <xsl:choose>
                <xsl:when test="$has-chain"><a href="#chain-{@competence}"><xsl:call-template name="record-title"><xsl:with-param name="id" select="@competence"/></xsl:call-template></a></xsl:when>
                <xsl:otherwise><xsl:call-template name="record-title"><xsl:with-param name="id" select="@competence"/></xsl:call-template></xsl:otherwise>
              </xsl:choose>
            </th>
            <xsl:for-each select="$columns">
              <xsl:variable name="needs" select="$row/r:need[@scenario = current()/@scenario]"/>
              <td>
                <xsl:if test="not($needs)"><span class="aside"><xsl:value-of select="$label-not-needed"/></span></xsl:if>
                <xsl:for-each select="$needs">
                  <xsl:if test="position() > 1">, </xsl:if>
                  <xsl:choose>
                    <xsl:when test="@role-level"><xsl:call-template name="record-title"><xsl:with-param name="id" select="@role-level"/></xsl:call-template></xsl:when>
                    <xsl:otherwise><xsl:value-of select="$label-no-level"/></xsl:otherwise>
                  </xsl:choose>
                </xsl:for-each>
              </td>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
    </xsl:if>
  </xsl:template>

  <xsl:template name="across">
    <h3><xsl:value-of select="$label-across"/></h3>
    <div class="wide" role="region" tabindex="0" aria-labelledby="across">
      <table>
        <caption id="across"><xsl:value-of select="$label-across"/></caption>
        <thead><tr><th scope="col"><xsl:value-of select="$label-competence"/></th><th scope="col"><xsl:value-of select="$label-sectors"/></th><th scope="col"><xsl:value-of select="$label-n-scenarios"/></th></tr></thead>
        <tbody>
          <xsl:for-each select="$report/r:across/r:row[@sectors > 1]">
            <xsl:sort select="@sectors" data-type="number" order="descending"/>
            <xsl:sort select="@scenarios" data-type="number" order="descending"/>
            <tr>
              <th scope="row"><xsl:call-template name="record-title"><xsl:with-param name="id" select="@competence"/></xsl:call-template></th>
              <td><xsl:value-of select="@sectors"/></td>
              <td><xsl:value-of select="@scenarios"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

</xsl:stylesheet>
