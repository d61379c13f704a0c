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

  <!-- What the schools teach of it: all beside each other, then what each has decided -->

  <xsl:template name="coverage">
    <section id="coverage" aria-labelledby="coverage-title">
      <h2 id="coverage-title"><xsl:value-of select="$label-coverage"/></h2>
      <xsl:for-each select="$report/r:coverage">
        <xsl:variable name="number" select="position()"/>
        <xsl:variable name="organisations" select="r:organisation"/>
        <xsl:call-template name="sector-heading"><xsl:with-param name="id" select="@sector"/></xsl:call-template>
        <div class="wide" role="region" tabindex="0" aria-labelledby="coverage-{$number}">
          <table>
            <caption id="coverage-{$number}"><xsl:value-of select="$label-coverage-table"/></caption>
            <thead>
              <tr>
                <th scope="col"><xsl:value-of select="$label-entry"/></th>
                <xsl:for-each select="$organisations"><th scope="col"><xsl:call-template name="record-title"><xsl:with-param name="id" select="@organisation"/></xsl:call-template></th></xsl:for-each>
              </tr>
            </thead>
            <xsl:call-template name="coverage-rows"><xsl:with-param name="rows" select="r:row[@kind = 'robust']"/><xsl:with-param name="head" select="$label-robust-head"/></xsl:call-template>
            <xsl:call-template name="coverage-rows"><xsl:with-param name="rows" select="r:row[@kind = 'shared']"/><xsl:with-param name="head" select="$label-shared-head"/></xsl:call-template>
            <xsl:call-template name="coverage-rows"><xsl:with-param name="rows" select="r:row[@kind = 'bet']"/><xsl:with-param name="head" select="$label-bet-head"/></xsl:call-template>
          </table>
        </div>
        <xsl:variable name="rows" select="r:row"/>
        <xsl:for-each select="$organisations">
          <xsl:variable name="views" select="$rows/r:view[@organisation = current()/@organisation][@coverage]"/>
          <xsl:if test="$views">
            <div class="wide" role="region" tabindex="0" aria-labelledby="coverage-{$number}-{position()}">
              <table>
                <caption id="coverage-{$number}-{position()}"><xsl:call-template name="record-title"><xsl:with-param name="id" select="@organisation"/></xsl:call-template><xsl:text>: </xsl:text><xsl:value-of select="$label-decisions"/></caption>
                <thead><tr><th scope="col"><xsl:value-of select="$label-entry"/></th><th scope="col"><xsl:value-of select="$label-status"/></th><th scope="col"><xsl:value-of select="$label-taught-in"/></th><th scope="col"><xsl:value-of select="$label-decision"/></th><th scope="col"><xsl:value-of select="$label-carrier"/></th><th scope="col"><xsl:value-of select="$label-due"/></th></tr></thead>
                <tbody><xsl:apply-templates select="$views"/></tbody>
              </table>
            </div>
          </xsl:if>
        </xsl:for-each>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template name="coverage-rows">
    <xsl:param name="rows"/>
    <xsl:param name="head"/>
    <xsl:if test="$rows">
      <tbody>
        <tr><th scope="rowgroup" colspan="{count(r:organisation) + 1}" class="head"><xsl:value-of select="$head"/></th></tr>
        <xsl:for-each select="$rows">
          <tr>
            <th scope="row"><xsl:call-template name="coverage-need"/></th>
            <xsl:for-each select="r:view"><td><xsl:call-template name="coverage-status"/></td></xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
    </xsl:if>
  </xsl:template>

  <!-- The context is a row: a competence that a role level needs. -->
  <xsl:template name="coverage-need">
    <xsl:choose>
      <xsl:when test="$has-chain"><a href="#chain-{@competence}"><xsl:call-template name="record-title"><xsl:with-param name="id" select="@competence"/></xsl:call-template></a></xsl:when>
      <xsl:otherwise><xsl:call-template name="record-title"><xsl:with-param name="id" select="@competence"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@role-level"><span class="aside"><xsl:text>, </xsl:text><xsl:call-template name="record-title"><xsl:with-param name="id" select="@role-level"/></xsl:call-template></span></xsl:if>
  </xsl:template>

  <xsl:template name="coverage-status">
    <xsl:choose>
      <xsl:when test="@status = 'covered'"><xsl:value-of select="$label-covered"/></xsl:when>
      <xsl:when test="@status = 'partly'"><xsl:value-of select="$label-partly"/></xsl:when>
      <xsl:when test="@status = 'not-at-all'"><strong><xsl:value-of select="$label-not-at-all"/></strong></xsl:when>
      <xsl:otherwise><span class="aside"><xsl:value-of select="$label-not-looked"/></span></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@differs"><span class="aside"><xsl:text> (</xsl:text><xsl:value-of select="$label-differs"/><xsl:text>)</xsl:text></span></xsl:if>
  </xsl:template>

  <xsl:template match="r:view">
    <xsl:variable name="id" select="@coverage"/>
    <tr>
      <th scope="row"><xsl:for-each select=".."><xsl:call-template name="coverage-need"/></xsl:for-each></th>
      <td><xsl:call-template name="coverage-status"/></td>
      <td><xsl:for-each select="r:unit"><xsl:if test="position() > 1">; </xsl:if><xsl:call-template name="record-title"><xsl:with-param name="id" select="@curriculum-unit"/></xsl:call-template></xsl:for-each></td>
      <xsl:for-each select="$records">
        <xsl:for-each select="key('id', $id)[1]">
          <td><xsl:call-template name="say"><xsl:with-param name="in" select="w:decision"/></xsl:call-template><xsl:if test="w:note"><span class="aside"><xsl:text> </xsl:text><xsl:call-template name="say"><xsl:with-param name="in" select="w:note"/></xsl:call-template></span></xsl:if></td>
          <td><span dir="auto"><xsl:value-of select="w:carrier"/></span></td>
          <td><xsl:if test="@due-on"><xsl:call-template name="date"><xsl:with-param name="of" select="@due-on"/></xsl:call-template></xsl:if></td>
        </xsl:for-each>
      </xsl:for-each>
    </tr>
  </xsl:template>

  <!-- Two editions compared, or one with today: what came, went and changed, in words -->

  <xsl:template name="editions">
    <section id="editions" aria-labelledby="editions-title">
      <h2 id="editions-title"><xsl:value-of select="$label-editions"/></h2>
      <xsl:for-each select="$report/r:comparison">
        <xsl:variable name="changes" select="r:change"/>
        <dl class="facts">
          <xsl:for-each select="r:side">
            <div>
              <dt><xsl:choose><xsl:when test="position() = 1"><xsl:value-of select="$label-side-before"/></xsl:when><xsl:otherwise><xsl:value-of select="$label-side-after"/></xsl:otherwise></xsl:choose></dt>
              <dd>
                <xsl:choose><xsl:when test="@name"><span dir="auto"><xsl:value-of select="@name"/></span></xsl:when><xsl:otherwise><xsl:value-of select="$label-today"/></xsl:otherwise></xsl:choose>
                <xsl:if test="@frozen"><span class="aside"><xsl:text>, </xsl:text><xsl:call-template name="date"><xsl:with-param name="of" select="@frozen"/></xsl:call-template></span></xsl:if>
              </dd>
            </div>
          </xsl:for-each>
        </dl>
        <xsl:if test="not($changes)"><p><xsl:value-of select="$label-no-changes"/></p></xsl:if>
        <xsl:for-each select="$changes[not(@group = preceding-sibling::r:change[1]/@group)]">
          <xsl:variable name="group" select="@group"/>
          <xsl:variable name="these" select="$changes[@group = $group]"/>
          <h3><xsl:call-template name="group-name"><xsl:with-param name="group" select="$group"/></xsl:call-template></h3>
          <xsl:call-template name="changes-list"><xsl:with-param name="changes" select="$these[@kind = 'came']"/><xsl:with-param name="head" select="$label-came"/></xsl:call-template>
          <xsl:call-template name="changes-list"><xsl:with-param name="changes" select="$these[@kind = 'went']"/><xsl:with-param name="head" select="$label-went"/></xsl:call-template>
          <xsl:if test="$these[@kind = 'changed']">
            <div class="wide" role="region" tabindex="0" aria-labelledby="changed-{$group}">
              <table>
                <caption id="changed-{$group}"><xsl:value-of select="$label-changed"/><xsl:text>: </xsl:text><xsl:call-template name="group-name"><xsl:with-param name="group" select="$group"/></xsl:call-template></caption>
                <thead><tr><th scope="col"><xsl:value-of select="$label-what"/></th><th scope="col"><xsl:value-of select="$label-field"/></th><th scope="col"><xsl:value-of select="$label-side-before"/></th><th scope="col"><xsl:value-of select="$label-side-after"/></th></tr></thead>
                <tbody>
                  <xsl:for-each select="$these[@kind = 'changed']/r:field">
                    <tr>
                      <xsl:if test="not(preceding-sibling::r:field)"><th scope="rowgroup" rowspan="{count(../r:field)}"><xsl:for-each select=".."><xsl:call-template name="change-name"/></xsl:for-each></th></xsl:if>
                      <td><xsl:value-of select="@label"/></td>
                      <td dir="auto"><xsl:value-of select="r:before"/></td>
                      <td dir="auto"><xsl:value-of select="r:after"/></td>
                    </tr>
                  </xsl:for-each>
                </tbody>
              </table>
            </div>
          </xsl:if>
        </xsl:for-each>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template name="changes-list">
    <xsl:param name="changes"/>
    <xsl:param name="head"/>
    <xsl:if test="$changes">
      <h4><xsl:value-of select="$head"/></h4>
      <ul><xsl:for-each select="$changes"><li><xsl:call-template name="change-name"/></li></xsl:for-each></ul>
    </xsl:if>
  </xsl:template>

  <xsl:template name="change-name">
    <xsl:if test="r:owner"><span dir="auto"><xsl:value-of select="r:owner"/></span><xsl:text>: </xsl:text></xsl:if>
    <span dir="auto"><xsl:value-of select="r:title"/></span>
    <span class="aside"><xsl:text> (</xsl:text><xsl:value-of select="@type"/><xsl:text>)</xsl:text></span>
  </xsl:template>

  <xsl:template name="group-name">
    <xsl:param name="group"/>
    <xsl:choose>
      <xsl:when test="$group = 'scenarios'"><xsl:value-of select="$label-scenarios"/></xsl:when>
      <xsl:when test="$group = 'paths'"><xsl:value-of select="$label-group-paths"/></xsl:when>
      <xsl:when test="$group = 'profiles'"><xsl:value-of select="$label-profiles"/></xsl:when>
      <xsl:when test="$group = 'competences'"><xsl:value-of select="$label-competences"/></xsl:when>
      <xsl:when test="$group = 'table'"><xsl:value-of select="$label-table"/></xsl:when>
      <xsl:when test="$group = 'findings'"><xsl:value-of select="$label-findings"/></xsl:when>
      <xsl:when test="$group = 'coverage'"><xsl:value-of select="$label-coverage"/></xsl:when>
      <xsl:when test="$group = 'sources'"><xsl:value-of select="$label-sources-only"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$label-round"/></xsl:otherwise>
    </xsl:choose>
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
