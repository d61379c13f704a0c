<?xml version="1.0" encoding="UTF-8"?>
<!--
  The futures table: states, paths, what excludes what, and which scenarios hold together.
  SPDX-License-Identifier: EUPL-1.2
-->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:w="urn:luotain:workbook:1"
                xmlns:r="urn:luotain:report:1"
                exclude-result-prefixes="w r">

  <xsl:key name="through" match="w:scenario" use="w:link[@role = 'path']/@to"/>

  <xsl:template name="table">
    <section id="table" aria-labelledby="table-title">
      <h2 id="table-title"><xsl:value-of select="$label-table"/></h2>
      <xsl:choose>
        <xsl:when test="$report/r:table">
          <xsl:for-each select="$report/r:table">
            <xsl:call-template name="sector-heading"><xsl:with-param name="id" select="@sector"/></xsl:call-template>
            <xsl:call-template name="futures">
              <xsl:with-param name="variables" select="$records/w:key-variable[@id = current()/r:row/@key-variable]"/>
              <xsl:with-param name="scenarios" select="$records/w:scenario[@id = current()/r:path/@scenario]"/>
              <xsl:with-param name="computed" select="."/>
              <xsl:with-param name="number" select="position()"/>
            </xsl:call-template>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="futures">
            <xsl:with-param name="variables" select="$records/w:key-variable"/>
            <xsl:with-param name="scenarios" select="$records/w:scenario"/>
            <xsl:with-param name="computed" select="$records/.."/>
            <xsl:with-param name="number" select="1"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template name="futures">
    <xsl:param name="variables"/>
    <xsl:param name="scenarios"/>
    <xsl:param name="computed"/>
    <xsl:param name="number"/>
    <xsl:if test="$computed/@combinations">
      <dl class="facts">
        <xsl:call-template name="fact"><xsl:with-param name="name" select="$label-combinations"/><xsl:with-param name="value"><xsl:call-template name="thousands"><xsl:with-param name="number" select="string($computed/@combinations)"/></xsl:call-template></xsl:with-param></xsl:call-template>
        <xsl:if test="$variables/w:state/w:exclusion">
          <xsl:call-template name="fact"><xsl:with-param name="name" select="$label-remaining"/><xsl:with-param name="value"><xsl:choose><xsl:when test="$computed/@remaining"><xsl:call-template name="thousands"><xsl:with-param name="number" select="string($computed/@remaining)"/></xsl:call-template></xsl:when><xsl:otherwise><xsl:value-of select="$label-remaining-unknown"/></xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template>
        </xsl:if>
      </dl>
    </xsl:if>
    <xsl:call-template name="states">
      <xsl:with-param name="variables" select="$variables"/>
      <xsl:with-param name="scenarios" select="$scenarios"/>
      <xsl:with-param name="by-image" select="$computed/@by-image = 'yes'"/>
      <xsl:with-param name="number" select="$number"/>
    </xsl:call-template>
    <xsl:if test="$scenarios/w:link[@role = 'path']">
      <xsl:call-template name="paths">
        <xsl:with-param name="variables" select="$variables"/>
        <xsl:with-param name="scenarios" select="$scenarios"/>
        <xsl:with-param name="number" select="$number"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$variables/w:state/w:exclusion">
      <xsl:call-template name="exclusions">
        <xsl:with-param name="exclusions" select="$variables/w:state/w:exclusion"/>
        <xsl:with-param name="number" select="$number"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="$computed/r:judged">
      <xsl:call-template name="judged">
        <xsl:with-param name="variables" select="$variables"/>
        <xsl:with-param name="number" select="$number"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- Digits in threes; a number may have hundreds. -->
  <xsl:template name="thousands">
    <xsl:param name="number"/>
    <xsl:variable name="length" select="string-length($number)"/>
    <xsl:choose>
      <xsl:when test="$length > 4 or ($length > 3 and $language = 'en')">
        <xsl:call-template name="thousands"><xsl:with-param name="number" select="substring($number, 1, $length - 3)"/></xsl:call-template>
        <xsl:choose><xsl:when test="$language = 'en'">,</xsl:when><xsl:otherwise>&#160;</xsl:otherwise></xsl:choose>
        <xsl:value-of select="substring($number, $length - 2)"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$number"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- By future image where each row has one state of each; else the states of a row one after the other -->

  <xsl:template name="states">
    <xsl:param name="variables"/>
    <xsl:param name="scenarios"/>
    <xsl:param name="by-image"/>
    <xsl:param name="number"/>
    <xsl:variable name="images" select="$records/w:vocabulary-entry[@vocabulary = 'image'][w:key = $variables/w:state/@image]"/>
    <div class="wide" role="region" tabindex="0" aria-labelledby="states-{$number}">
      <table>
        <caption id="states-{$number}"><xsl:value-of select="$label-states"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="$label-variable"/></th>
            <xsl:choose>
              <xsl:when test="$by-image"><xsl:for-each select="$images"><th scope="col"><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></th></xsl:for-each></xsl:when>
              <xsl:otherwise>
                <xsl:for-each select="$variables"><xsl:sort select="count(w:state)" data-type="number" order="descending"/>
                  <xsl:if test="position() = 1"><xsl:for-each select="w:state"><th scope="col"><xsl:value-of select="$label-alternative"/><xsl:text> </xsl:text><xsl:value-of select="position()"/></th></xsl:for-each></xsl:if>
                </xsl:for-each>
              </xsl:otherwise>
            </xsl:choose>
          </tr>
        </thead>
        <tbody>
          <xsl:variable name="most">
            <xsl:for-each select="$variables"><xsl:sort select="count(w:state)" data-type="number" order="descending"/><xsl:if test="position() = 1"><xsl:value-of select="count(w:state)"/></xsl:if></xsl:for-each>
          </xsl:variable>
          <xsl:for-each select="$variables">
            <xsl:variable name="variable" select="."/>
            <tr>
              <th scope="row"><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></th>
              <xsl:choose>
                <xsl:when test="$by-image">
                  <xsl:for-each select="$images">
                    <xsl:variable name="image" select="string(w:key)"/>
                    <td><xsl:for-each select="$variable/w:state[@image = $image]"><xsl:call-template name="state-cell"><xsl:with-param name="scenarios" select="$scenarios"/></xsl:call-template></xsl:for-each></td>
                  </xsl:for-each>
                </xsl:when>
                <xsl:otherwise>
                  <xsl:for-each select="w:state"><td><xsl:call-template name="state-cell"><xsl:with-param name="scenarios" select="$scenarios"/></xsl:call-template></td></xsl:for-each>
                  <xsl:if test="count(w:state) &lt; $most"><td colspan="{$most - count(w:state)}"></td></xsl:if>
                </xsl:otherwise>
              </xsl:choose>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <!-- A state, and the scenarios whose paths go through it -->
  <xsl:template name="state-cell">
    <xsl:param name="scenarios"/>
    <xsl:variable name="through" select="key('through', @id)[@id = $scenarios/@id]"/>
    <xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template>
    <xsl:if test="$through">
      <span class="aside"><xsl:text> → </xsl:text><xsl:for-each select="$through"><xsl:if test="position() > 1">, </xsl:if><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></xsl:for-each></span>
    </xsl:if>
  </xsl:template>

  <xsl:template name="paths">
    <xsl:param name="variables"/>
    <xsl:param name="scenarios"/>
    <xsl:param name="number"/>
    <div class="wide" role="region" tabindex="0" aria-labelledby="paths-{$number}">
      <table>
        <caption id="paths-{$number}"><xsl:value-of select="$label-paths"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="$label-variable"/></th>
            <xsl:for-each select="$scenarios"><th scope="col"><xsl:call-template name="refer"/></th></xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$variables">
            <xsl:variable name="variable" select="."/>
            <tr>
              <th scope="row"><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></th>
              <xsl:for-each select="$scenarios">
                <xsl:variable name="states" select="key('id', w:link[@role = 'path']/@to)[../@id = $variable/@id]"/>
                <td>
                  <xsl:for-each select="$states"><xsl:if test="position() > 1">; </xsl:if><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></xsl:for-each>
                  <xsl:if test="not($states)"><span class="aside"><xsl:value-of select="$label-open"/></span></xsl:if>
                </td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template name="exclusions">
    <xsl:param name="exclusions"/>
    <xsl:param name="number"/>
    <div class="wide" role="region" tabindex="0" aria-labelledby="exclusions-{$number}">
      <table>
        <caption id="exclusions-{$number}"><xsl:value-of select="$label-exclusions"/></caption>
        <thead>
          <tr><th scope="col"><xsl:value-of select="$label-first-state"/></th><th scope="col"><xsl:value-of select="$label-other-state"/></th><th scope="col"><xsl:value-of select="$label-exclusion-kind"/></th><th scope="col"><xsl:value-of select="$label-reason"/></th></tr>
        </thead>
        <tbody>
          <xsl:for-each select="$exclusions">
            <tr>
              <th scope="row"><xsl:for-each select=".."><xsl:call-template name="name"/></xsl:for-each></th>
              <td><xsl:for-each select="key('id', w:link[@role = 'excludes']/@to)[1]"><xsl:call-template name="name"/></xsl:for-each></td>
              <td>
                <xsl:choose>
                  <xsl:when test="@kind = 'logical'"><xsl:value-of select="$label-logical"/></xsl:when>
                  <xsl:when test="@kind = 'empirical'"><xsl:value-of select="$label-empirical"/></xsl:when>
                  <xsl:otherwise><xsl:value-of select="$label-normative"/></xsl:otherwise>
                </xsl:choose>
              </td>
              <td><xsl:call-template name="say"><xsl:with-param name="in" select="w:reason"/></xsl:call-template></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <!-- What the group's judgements of cross-impact say. The context is an r:judged. -->

  <xsl:template name="judged">
    <xsl:param name="variables"/>
    <xsl:param name="number"/>
    <xsl:variable name="judged" select="."/>
    <h3><xsl:value-of select="$label-judged"/></h3>
    <p>
      <xsl:value-of select="$label-judged-found"/><xsl:text> </xsl:text><xsl:value-of select="@found"/><xsl:text>. </xsl:text>
      <xsl:if test="@complete = 'no'"><xsl:value-of select="$label-judged-more"/><xsl:text> </xsl:text></xsl:if>
      <xsl:if test="@questions-left + @screens-left > 0"><xsl:value-of select="$label-judged-half"/></xsl:if>
    </p>
    <xsl:if test="r:scenario">
      <h4><xsl:value-of select="$label-own-judged"/></h4>
      <ul><xsl:apply-templates select="r:scenario"/></ul>
    </xsl:if>
    <xsl:if test="r:consistent">
      <div class="wide" role="region" tabindex="0" aria-labelledby="consistent-{$number}">
        <table>
          <caption id="consistent-{$number}"><xsl:value-of select="$label-consistent"/><xsl:if test="@found > count(r:consistent)"><xsl:text>. </xsl:text><xsl:value-of select="$label-judged-shown"/></xsl:if></caption>
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="$label-number"/></th>
              <xsl:for-each select="$variables[w:state]"><th scope="col"><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></th></xsl:for-each>
              <th scope="col"><xsl:value-of select="$label-score"/></th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="r:consistent">
              <xsl:variable name="states" select="r:take/@state"/>
              <tr>
                <th scope="row"><xsl:value-of select="position()"/></th>
                <xsl:for-each select="$variables[w:state]"><td><xsl:for-each select="w:state[@id = $states]"><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></xsl:for-each></td></xsl:for-each>
                <td><xsl:value-of select="@score"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:judged/r:scenario">
    <li>
      <strong><xsl:call-template name="record"><xsl:with-param name="id" select="@scenario"/></xsl:call-template></strong>
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="@consistent = 'yes'"><xsl:value-of select="$label-holds"/>.</xsl:when>
        <xsl:otherwise><xsl:value-of select="$label-holds-not"/>:</xsl:otherwise>
      </xsl:choose>
      <xsl:if test="r:break or r:nearest">
        <ul>
          <xsl:for-each select="r:break">
            <li>
              <xsl:call-template name="record"><xsl:with-param name="id" select="@state"/></xsl:call-template>
              <xsl:text> </xsl:text><xsl:value-of select="$label-falls"/><xsl:text> </xsl:text><xsl:value-of select="$label-quote"/>
              <xsl:call-template name="record-title"><xsl:with-param name="id" select="@rival"/></xsl:call-template>
              <xsl:text>” </xsl:text><xsl:value-of select="normalize-space(concat($label-by, ' ', @deficit, ' ', $label-by-after))"/><xsl:text>.</xsl:text>
              <xsl:if test="r:push">
                <xsl:text> </xsl:text><xsl:value-of select="$label-pushes"/><xsl:text> </xsl:text>
                <xsl:for-each select="r:push"><xsl:if test="position() > 1">; </xsl:if><xsl:call-template name="record"><xsl:with-param name="id" select="@state"/></xsl:call-template><xsl:text> (+</xsl:text><xsl:value-of select="@by"/><xsl:text>)</xsl:text></xsl:for-each>
                <xsl:text>.</xsl:text>
              </xsl:if>
            </li>
          </xsl:for-each>
          <xsl:for-each select="r:nearest">
            <li><xsl:value-of select="$label-nearest"/><xsl:text> </xsl:text><xsl:for-each select="r:take"><xsl:if test="position() > 1">; </xsl:if><xsl:call-template name="record"><xsl:with-param name="id" select="@state"/></xsl:call-template></xsl:for-each><xsl:text>.</xsl:text></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
    </li>
  </xsl:template>

  <!-- A record of the workbook that the other file names -->
  <xsl:template name="record">
    <xsl:param name="id"/>
    <xsl:for-each select="$records"><xsl:for-each select="key('id', $id)[1]"><xsl:call-template name="refer"/></xsl:for-each></xsl:for-each>
  </xsl:template>

  <xsl:template name="record-title">
    <xsl:param name="id"/>
    <xsl:for-each select="$records"><xsl:for-each select="key('id', $id)[1]"><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></xsl:for-each></xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
