<?xml version="1.0" encoding="UTF-8"?>
<!--
  Coverage by education, the chain of reasons, editions compared, and the sources.
  SPDX-License-Identifier: EUPL-1.2
-->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:w="urn:luotain:workbook:1"
                xmlns:r="urn:luotain:report:1"
                exclude-result-prefixes="w r">

  <xsl:key name="entries" match="w:profile-entry" use="w:link[@role = 'competence']/@to"/>
  <xsl:key name="rests" match="w:finding" use="w:link[@role = 'source' or @role = 'session']/@to"/>

  <!-- Each competence with its reasons down to the sources -->

  <xsl:template name="chain">
    <section id="chain" aria-labelledby="chain-title">
      <h2 id="chain-title"><xsl:value-of select="$label-chain"/></h2>
      <p><xsl:value-of select="$label-chain-intro"/></p>
      <xsl:for-each select="w:competence[key('entries', @id)]">
        <h3 id="chain-{@id}"><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></h3>
        <xsl:if test="@group"><p class="aside"><xsl:call-template name="word"><xsl:with-param name="vocabulary" select="'competence-group'"/><xsl:with-param name="key" select="@group"/></xsl:call-template></p></xsl:if>
        <xsl:call-template name="say-paragraphs"><xsl:with-param name="in" select="w:description"/></xsl:call-template>
        <ul class="chain"><xsl:apply-templates select="key('entries', @id)" mode="chain"/></ul>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template match="w:profile-entry" mode="chain">
    <li>
      <p>
        <strong><xsl:call-template name="entry-place"/></strong>
        <xsl:if test="@importance"><span class="aside"><xsl:text> · </xsl:text><xsl:call-template name="word"><xsl:with-param name="vocabulary" select="'importance'"/><xsl:with-param name="key" select="@importance"/></xsl:call-template></span></xsl:if>
        <xsl:if test="@direction"><span class="aside"><xsl:text> · </xsl:text><xsl:call-template name="word"><xsl:with-param name="vocabulary" select="'change-direction'"/><xsl:with-param name="key" select="@direction"/></xsl:call-template></span></xsl:if>
      </p>
      <xsl:call-template name="say-paragraphs"><xsl:with-param name="in" select="w:reason"/></xsl:call-template>
      <xsl:choose>
        <xsl:when test="w:link[@role = 'rests-on']">
          <xsl:call-template name="stand-behind"><xsl:with-param name="links" select="w:link[@role = 'rests-on']"/><xsl:with-param name="deep" select="true()"/></xsl:call-template>
        </xsl:when>
        <xsl:when test="not(w:reason)"><p class="aside"><xsl:value-of select="$label-no-reason"/></p></xsl:when>
      </xsl:choose>
    </li>
  </xsl:template>

  <!-- Whose need it is: scenario, else profile; level -->
  <xsl:template name="entry-place">
    <xsl:for-each select="..">
      <xsl:choose>
        <xsl:when test="key('id', w:link[@role = 'scenario']/@to)"><xsl:for-each select="key('id', w:link[@role = 'scenario']/@to)[1]"><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></xsl:for-each></xsl:when>
        <xsl:otherwise><xsl:call-template name="name"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:for-each select="key('id', w:link[@role = 'role-level']/@to)[1]"><xsl:text>, </xsl:text><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></xsl:for-each>
  </xsl:template>

  <!-- What the schools teach of it -->

  <xsl:template name="coverage">
    <section id="coverage" aria-labelledby="coverage-title">
      <h2 id="coverage-title"><xsl:value-of select="$label-coverage"/></h2>
      <xsl:for-each select="w:organisation[w:coverage]">
        <h3><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></h3>
        <xsl:call-template name="say-paragraphs"><xsl:with-param name="in" select="w:description"/></xsl:call-template>
        <div class="wide" role="region" tabindex="0" aria-labelledby="coverage-{@id}">
          <table>
            <caption id="coverage-{@id}"><xsl:value-of select="$label-coverage"/><xsl:text>: </xsl:text><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></caption>
            <thead><tr><th scope="col"><xsl:value-of select="$label-entry"/></th><th scope="col"><xsl:value-of select="$label-status"/></th><th scope="col"><xsl:value-of select="$label-taught-in"/></th><th scope="col"><xsl:value-of select="$label-decision"/></th><th scope="col"><xsl:value-of select="$label-carrier"/></th><th scope="col"><xsl:value-of select="$label-due"/></th></tr></thead>
            <tbody>
              <xsl:apply-templates select="w:coverage[@status = 'not-at-all']"/>
              <xsl:apply-templates select="w:coverage[@status = 'partly']"/>
              <xsl:apply-templates select="w:coverage[@status = 'covered']"/>
              <xsl:apply-templates select="w:coverage[not(@status)]"/>
            </tbody>
          </table>
        </div>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template match="w:coverage">
    <tr>
      <th scope="row">
        <xsl:for-each select="key('id', w:link[@role = 'assesses']/@to)[1]">
          <xsl:call-template name="entry-name"/>
          <span class="aside"><xsl:text> – </xsl:text><xsl:call-template name="entry-place"/></span>
        </xsl:for-each>
      </th>
      <td>
        <xsl:choose>
          <xsl:when test="@status = 'covered'"><xsl:value-of select="$label-covered"/></xsl:when>
          <xsl:when test="@status = 'partly'"><xsl:value-of select="$label-partly"/></xsl:when>
          <xsl:when test="@status = 'not-at-all'"><xsl:value-of select="$label-not-at-all"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$label-not-looked"/></xsl:otherwise>
        </xsl:choose>
      </td>
      <td><xsl:for-each select="w:link[@role = 'taught-in']"><xsl:if test="position() > 1">; </xsl:if><xsl:for-each select="key('id', @to)[1]"><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></xsl:for-each></xsl:for-each></td>
      <td><xsl:call-template name="say"><xsl:with-param name="in" select="w:decision"/></xsl:call-template><xsl:if test="w:note"><span class="aside"><xsl:text> </xsl:text><xsl:call-template name="say"><xsl:with-param name="in" select="w:note"/></xsl:call-template></span></xsl:if></td>
      <td><span dir="auto"><xsl:value-of select="w:carrier"/></span></td>
      <td><xsl:if test="@due-on"><xsl:call-template name="date"><xsl:with-param name="of" select="@due-on"/></xsl:call-template></xsl:if></td>
    </tr>
  </xsl:template>

  <!-- Two editions compared, in the words that were found when they were -->

  <xsl:template name="editions">
    <section id="editions" aria-labelledby="editions-title">
      <h2 id="editions-title"><xsl:value-of select="$label-editions"/></h2>
    </section>
  </xsl:template>

  <!-- Sources, and the sessions findings were made in -->

  <xsl:template name="sources">
    <section id="sources" aria-labelledby="sources-title">
      <h2 id="sources-title"><xsl:value-of select="$label-sources"/></h2>
      <xsl:if test="w:source">
        <h3><xsl:value-of select="$label-sources-only"/></h3>
        <ul>
          <xsl:for-each select="w:source">
            <li>
              <xsl:call-template name="cite"/>
              <span class="aside">
                <xsl:if test="@kind"><xsl:text> · </xsl:text><xsl:call-template name="word"><xsl:with-param name="vocabulary" select="'source-kind'"/><xsl:with-param name="key" select="@kind"/></xsl:call-template></xsl:if>
                <xsl:if test="@accessed-on"><xsl:text> · </xsl:text><xsl:value-of select="$label-accessed"/><xsl:text> </xsl:text><xsl:call-template name="date"><xsl:with-param name="of" select="@accessed-on"/></xsl:call-template></xsl:if>
                <xsl:call-template name="count-findings"/>
              </span>
              <xsl:if test="w:note"><span class="aside"><xsl:text>. </xsl:text><xsl:call-template name="say"><xsl:with-param name="in" select="w:note"/></xsl:call-template></span></xsl:if>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:if>
      <xsl:if test="w:session">
        <h3><xsl:value-of select="$label-sessions"/></h3>
        <div class="wide" role="region" tabindex="0" aria-labelledby="sessions">
          <table>
            <caption id="sessions"><xsl:value-of select="$label-sessions"/></caption>
            <thead><tr><th scope="col"><xsl:value-of select="$label-session"/></th><th scope="col"><xsl:value-of select="$label-kind"/></th><th scope="col"><xsl:value-of select="$label-held"/></th><th scope="col"><xsl:value-of select="$label-place"/></th><th scope="col"><xsl:value-of select="$label-people"/></th><th scope="col"><xsl:value-of select="$label-findings"/></th></tr></thead>
            <tbody>
              <xsl:for-each select="w:session">
                <tr>
                  <th scope="row"><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></th>
                  <td><xsl:if test="@kind"><xsl:call-template name="word"><xsl:with-param name="vocabulary" select="'session-kind'"/><xsl:with-param name="key" select="@kind"/></xsl:call-template></xsl:if></td>
                  <td><xsl:if test="@held-on"><xsl:call-template name="date"><xsl:with-param name="of" select="@held-on"/></xsl:call-template></xsl:if></td>
                  <td><span dir="auto"><xsl:value-of select="w:place"/></span></td>
                  <td><xsl:value-of select="@people"/></td>
                  <td><xsl:value-of select="count(key('rests', @id))"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template name="count-findings">
    <xsl:variable name="count" select="count(key('rests', @id))"/>
    <xsl:if test="$count > 0">
      <xsl:text> · </xsl:text><xsl:value-of select="$count"/><xsl:text> </xsl:text>
      <xsl:choose><xsl:when test="$count = 1"><xsl:value-of select="$label-source-count-one"/></xsl:when><xsl:otherwise><xsl:value-of select="$label-source-count"/></xsl:otherwise></xsl:choose>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
