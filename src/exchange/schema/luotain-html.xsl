<?xml version="1.0" encoding="UTF-8"?>
<!--
  Scenarios and profiles of a workbook with their reasons, as one page that needs nothing else.
  SPDX-License-Identifier: EUPL-1.2

  Input: the vocabulary urn:luotain:workbook:1. Parameter: language, of the labels and of the texts where there are
  several (fi, sv or en). Keys look records up; they are not used to group, which is quadratic in libxslt.
-->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:w="urn:luotain:workbook:1"
                exclude-result-prefixes="w">

  <xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat" indent="no"/>
  <xsl:strip-space elements="w:luotain w:scenario w:profile w:profile-entry w:finding w:source w:key-variable w:state"/>

  <xsl:param name="language" select="'en'"/>
  <xsl:variable name="main" select="/w:luotain/@language"/>

  <xsl:key name="id" match="*[@id]" use="@id"/>
  <xsl:key name="word" match="w:vocabulary-entry" use="concat(@vocabulary, '/', w:key)"/>

  <!-- Labels -->

  <xsl:template name="label">
    <xsl:param name="of"/>
    <xsl:choose>
      <xsl:when test="$language = 'fi'"><xsl:value-of select="substring-before($of, '|')"/></xsl:when>
      <xsl:when test="$language = 'sv'"><xsl:value-of select="substring-before(substring-after($of, '|'), '|')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="substring-after(substring-after($of, '|'), '|')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:variable name="label-report"><xsl:call-template name="label"><xsl:with-param name="of">Skenaariot ja osaamisprofiilit|Scenarier och kompetensprofiler|Scenarios and competence profiles</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-skip"><xsl:call-template name="label"><xsl:with-param name="of">Siirry sisältöön|Gå till innehållet|Skip to the content</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-contents"><xsl:call-template name="label"><xsl:with-param name="of">Sisällys|Innehåll|Contents</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-scenarios"><xsl:call-template name="label"><xsl:with-param name="of">Skenaariot|Scenarier|Scenarios</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-scenario"><xsl:call-template name="label"><xsl:with-param name="of">Skenaario|Scenario|Scenario</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-profiles"><xsl:call-template name="label"><xsl:with-param name="of">Osaamisprofiilit|Kompetensprofiler|Competence profiles</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-profile"><xsl:call-template name="label"><xsl:with-param name="of">Osaamisprofiili|Kompetensprofil|Competence profile</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-findings"><xsl:call-template name="label"><xsl:with-param name="of">Havainnot ja lähteet|Iakttagelser och källor|Findings and sources</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-paths"><xsl:call-template name="label"><xsl:with-param name="of">Tulevaisuustaulukko: skenaarioiden polut|Framtidstabell: scenariernas vägar|Futures table: the paths of the scenarios</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-variable"><xsl:call-template name="label"><xsl:with-param name="of">Avainmuuttuja|Nyckelvariabel|Key variable</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-open"><xsl:call-template name="label"><xsl:with-param name="of">avoin|öppen|open</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-image"><xsl:call-template name="label"><xsl:with-param name="of">Tulevaisuuskuva|Framtidsbild|Future image</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-year"><xsl:call-template name="label"><xsl:with-param name="of">Tavoitevuosi|Målår|Target year</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-sector"><xsl:call-template name="label"><xsl:with-param name="of">Toimiala|Bransch|Sector</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-frame"><xsl:call-template name="label"><xsl:with-param name="of">Puiteskenaario|Ramscenario|Frame scenario</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-path"><xsl:call-template name="label"><xsl:with-param name="of">Polku|Väg|Path</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-peste"><xsl:call-template name="label"><xsl:with-param name="of">PESTE-ulottuvuudet|PESTE-dimensioner|PESTE passages</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-periods"><xsl:call-template name="label"><xsl:with-param name="of">Ajanjaksot|Perioder|Periods</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-drivers"><xsl:call-template name="label"><xsl:with-param name="of">Muutosajurit|Drivkrafter|Drivers</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-rests"><xsl:call-template name="label"><xsl:with-param name="of">Perustuu:|Vilar på:|Rests on:</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-evidence"><xsl:call-template name="label"><xsl:with-param name="of">Tukevat havainnot:|Stödjande iakttagelser:|Supporting findings:</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-sources"><xsl:call-template name="label"><xsl:with-param name="of">Lähteet:|Källor:|Sources:</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-session"><xsl:call-template name="label"><xsl:with-param name="of">Tilaisuus:|Tillfälle:|Session:</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-group"><xsl:call-template name="label"><xsl:with-param name="of">Osaamisryhmä|Kompetensgrupp|Competence group</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-grid"><xsl:call-template name="label"><xsl:with-param name="of">Osaamiset tehtävätasoittain ja ryhmittäin|Kompetenser efter befattningsnivå och grupp|Competences by role level and group</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-no-level"><xsl:call-template name="label"><xsl:with-param name="of">Ei tehtävätasoa|Ingen befattningsnivå|No role level</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-no-group"><xsl:call-template name="label"><xsl:with-param name="of">Ei ryhmää|Ingen grupp|No group</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-no-competence"><xsl:call-template name="label"><xsl:with-param name="of">Osaaminen puuttuu|Kompetens saknas|Competence missing</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-none"><xsl:call-template name="label"><xsl:with-param name="of">ei mitään|inget|none</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-reasons"><xsl:call-template name="label"><xsl:with-param name="of">Miksi|Varför|Why</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-importance"><xsl:call-template name="label"><xsl:with-param name="of">Tärkeys|Betydelse|Importance</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-direction"><xsl:call-template name="label"><xsl:with-param name="of">Suunta|Riktning|Direction</xsl:with-param></xsl:call-template></xsl:variable>
  <xsl:variable name="label-job"><xsl:call-template name="label"><xsl:with-param name="of">Tehtävänimike|Uppgiftsbenämning|Job title</xsl:with-param></xsl:call-template></xsl:variable>

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

  <!-- The page -->

  <xsl:template match="/w:luotain">
    <html lang="{$language}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
        <title>
          <xsl:choose>
            <xsl:when test="w:workbook/w:title[@xml:lang = $language]"><xsl:value-of select="w:workbook/w:title[@xml:lang = $language]"/></xsl:when>
            <xsl:when test="w:workbook"><xsl:value-of select="w:workbook/w:title[1]"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="$label-report"/></xsl:otherwise>
          </xsl:choose>
        </title>
        <style><xsl:call-template name="style"/></style>
      </head>
      <body>
        <a class="skip" href="#content"><xsl:value-of select="$label-skip"/></a>
        <header><xsl:call-template name="head"/></header>
        <xsl:if test="w:scenario | w:profile"><xsl:call-template name="contents"/></xsl:if>
        <main id="content">
          <xsl:if test="w:scenario">
            <section aria-labelledby="scenarios">
              <h2 id="scenarios"><xsl:value-of select="$label-scenarios"/></h2>
              <xsl:if test="w:key-variable and w:scenario/w:link[@role = 'path']"><xsl:call-template name="paths"/></xsl:if>
              <xsl:apply-templates select="w:scenario"/>
            </section>
          </xsl:if>
          <xsl:if test="w:profile">
            <section aria-labelledby="profiles">
              <h2 id="profiles"><xsl:value-of select="$label-profiles"/></h2>
              <xsl:apply-templates select="w:profile"/>
            </section>
          </xsl:if>
          <xsl:if test="w:finding">
            <section aria-labelledby="findings">
              <h2 id="findings"><xsl:value-of select="$label-findings"/></h2>
              <xsl:apply-templates select="w:finding"/>
            </section>
          </xsl:if>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="head">
    <h1>
      <xsl:choose>
        <xsl:when test="w:workbook"><xsl:call-template name="say"><xsl:with-param name="in" select="w:workbook/w:title"/></xsl:call-template></xsl:when>
        <xsl:otherwise><xsl:value-of select="$label-report"/></xsl:otherwise>
      </xsl:choose>
    </h1>
    <xsl:if test="w:workbook/w:region or w:workbook/@horizon-year">
      <p class="subtitle">
        <xsl:call-template name="say"><xsl:with-param name="in" select="w:workbook/w:region"/></xsl:call-template>
        <xsl:if test="w:workbook/w:region and w:workbook/@horizon-year"> · </xsl:if>
        <xsl:value-of select="w:workbook/@horizon-year"/>
      </p>
    </xsl:if>
    <xsl:call-template name="say-paragraphs"><xsl:with-param name="in" select="w:workbook/w:description"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="contents">
    <nav aria-labelledby="contents">
      <h2 id="contents"><xsl:value-of select="$label-contents"/></h2>
      <ul>
        <xsl:if test="w:scenario">
          <li><a href="#scenarios"><xsl:value-of select="$label-scenarios"/></a>
            <ul><xsl:for-each select="w:scenario"><li><xsl:call-template name="refer"/></li></xsl:for-each></ul>
          </li>
        </xsl:if>
        <xsl:if test="w:profile">
          <li><a href="#profiles"><xsl:value-of select="$label-profiles"/></a>
            <ul><xsl:for-each select="w:profile"><li><xsl:call-template name="refer"/></li></xsl:for-each></ul>
          </li>
        </xsl:if>
        <xsl:if test="w:finding"><li><a href="#findings"><xsl:value-of select="$label-findings"/></a></li></xsl:if>
      </ul>
    </nav>
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
      <xsl:when test="self::w:scenario or self::w:profile or self::w:finding or self::w:passage or self::w:period">
        <a href="#{@id}"><xsl:call-template name="name"/></a>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="name"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="self::w:finding and @kind">
      <span class="aside"><xsl:text> (</xsl:text><xsl:call-template name="word"><xsl:with-param name="vocabulary" select="'finding-kind'"/><xsl:with-param name="key" select="@kind"/></xsl:call-template><xsl:text>)</xsl:text></span>
    </xsl:if>
  </xsl:template>

  <!-- What stands behind a record: one line each, with its own sources in the same line -->

  <xsl:template name="stand-behind">
    <xsl:param name="links"/>
    <ul>
      <xsl:for-each select="$links">
        <xsl:variable name="link" select="."/>
        <xsl:for-each select="key('id', @to)[1]">
          <li>
            <xsl:call-template name="refer"/>
            <xsl:call-template name="name-sources"/>
            <xsl:if test="$link/w:note"><xsl:text> – </xsl:text><span dir="auto"><xsl:value-of select="$link/w:note"/></span></xsl:if>
            <xsl:if test="self::w:state and w:link[@role = 'evidence']">
              <ul>
                <xsl:for-each select="w:link[@role = 'evidence']">
                  <xsl:for-each select="key('id', @to)[1]"><li><xsl:call-template name="refer"/><xsl:call-template name="name-sources"/></li></xsl:for-each>
                </xsl:for-each>
              </ul>
            </xsl:if>
          </li>
        </xsl:for-each>
      </xsl:for-each>
    </ul>
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

  <!-- Scenarios -->

  <xsl:template name="paths">
    <div class="wide" role="region" tabindex="0" aria-labelledby="paths">
      <table>
        <caption id="paths"><xsl:value-of select="$label-paths"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="$label-variable"/></th>
            <xsl:for-each select="w:scenario"><th scope="col"><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></th></xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="w:key-variable">
            <xsl:variable name="variable" select="."/>
            <tr>
              <th scope="row"><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></th>
              <xsl:for-each select="/w:luotain/w:scenario">
                <xsl:variable name="states" select="key('id', w:link[@role = 'path']/@to)[../@id = $variable/@id]"/>
                <td>
                  <xsl:for-each select="$states"><xsl:if test="position() > 1"><br/></xsl:if><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></xsl:for-each>
                  <xsl:if test="not($states)"><span class="aside"><xsl:value-of select="$label-open"/></span></xsl:if>
                </td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="w:scenario">
    <article aria-labelledby="{@id}">
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
        <xsl:apply-templates select="w:passage"/>
      </xsl:if>
      <xsl:if test="w:period">
        <h4><xsl:value-of select="$label-periods"/></h4>
        <xsl:apply-templates select="w:period"/>
      </xsl:if>
      <xsl:if test="w:link[@role = 'driver']">
        <h4><xsl:value-of select="$label-drivers"/></h4>
        <xsl:call-template name="stand-behind"><xsl:with-param name="links" select="w:link[@role = 'driver']"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="w:link[@role = 'source']">
        <p><xsl:value-of select="$label-sources"/><xsl:call-template name="name-sources"/></p>
      </xsl:if>
    </article>
  </xsl:template>

  <xsl:template name="scenario-facts">
    <dl>
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
    <h5 id="{@id}"><xsl:call-template name="words"><xsl:with-param name="vocabulary" select="'dimension'"/><xsl:with-param name="keys" select="string(@dimensions)"/></xsl:call-template></h5>
    <xsl:call-template name="say-paragraphs"><xsl:with-param name="in" select="w:text"/></xsl:call-template>
    <xsl:call-template name="rests-on"/>
  </xsl:template>

  <xsl:template match="w:period">
    <h5 id="{@id}">
      <xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template>
      <xsl:if test="@start-year or @end-year"><span class="aside"><xsl:text> </xsl:text><xsl:value-of select="@start-year"/>–<xsl:value-of select="@end-year"/></span></xsl:if>
    </h5>
    <xsl:call-template name="say-paragraphs"><xsl:with-param name="in" select="w:text"/></xsl:call-template>
    <xsl:call-template name="rests-on"/>
  </xsl:template>

  <xsl:template name="rests-on">
    <xsl:if test="w:link[@role = 'evidence']">
      <p class="aside"><xsl:value-of select="$label-rests"/></p>
      <xsl:call-template name="stand-behind"><xsl:with-param name="links" select="w:link[@role = 'evidence']"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Profiles -->

  <xsl:template match="w:profile">
    <article aria-labelledby="{@id}">
      <h3 id="{@id}"><xsl:call-template name="name"/></h3>
      <xsl:call-template name="scenario-facts"/>
      <xsl:call-template name="say-paragraphs"><xsl:with-param name="in" select="w:description"/></xsl:call-template>
      <xsl:if test="w:profile-entry">
        <xsl:call-template name="grid"/>
        <h4><xsl:value-of select="$label-reasons"/></h4>
        <xsl:call-template name="reasons"/>
      </xsl:if>
    </article>
  </xsl:template>

  <xsl:template name="grid">
    <xsl:variable name="profile" select="."/>
    <xsl:variable name="levels" select="/w:luotain/w:role-level[@id = $profile/w:profile-entry/w:link[@role = 'role-level']/@to]"/>
    <xsl:variable name="loose" select="w:profile-entry[not(w:link[@role = 'role-level'])]"/>
    <xsl:variable name="competences" select="key('id', w:profile-entry/w:link[@role = 'competence']/@to)"/>
    <xsl:variable name="ungrouped" select="w:profile-entry[not(key('id', w:link[@role = 'competence']/@to)/@group)]"/>
    <div class="wide" role="region" tabindex="0" aria-labelledby="grid-{@id}">
      <table>
        <caption id="grid-{@id}"><xsl:value-of select="$label-grid"/></caption>
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
      <h5><xsl:call-template name="name"/></h5>
      <xsl:apply-templates select="$profile/w:profile-entry[w:link[@role = 'role-level']/@to = $level]"/>
    </xsl:for-each>
    <xsl:if test="w:profile-entry[not(w:link[@role = 'role-level'])]">
      <h5><xsl:value-of select="$label-no-level"/></h5>
      <xsl:apply-templates select="w:profile-entry[not(w:link[@role = 'role-level'])]"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="w:profile-entry">
    <div class="entry">
      <h6 id="{@id}"><xsl:call-template name="entry-name"/></h6>
      <xsl:if test="@importance or @direction or w:link[@role = 'job-title']">
        <dl>
          <xsl:if test="@importance">
            <xsl:call-template name="fact"><xsl:with-param name="name" select="$label-importance"/><xsl:with-param name="value"><xsl:call-template name="word"><xsl:with-param name="vocabulary" select="'importance'"/><xsl:with-param name="key" select="@importance"/></xsl:call-template></xsl:with-param></xsl:call-template>
          </xsl:if>
          <xsl:if test="@direction">
            <xsl:call-template name="fact"><xsl:with-param name="name" select="$label-direction"/><xsl:with-param name="value"><xsl:call-template name="word"><xsl:with-param name="vocabulary" select="'change-direction'"/><xsl:with-param name="key" select="@direction"/></xsl:call-template></xsl:with-param></xsl:call-template>
          </xsl:if>
          <xsl:for-each select="key('id', w:link[@role = 'job-title']/@to)[1]">
            <xsl:call-template name="fact"><xsl:with-param name="name" select="$label-job"/><xsl:with-param name="value"><xsl:call-template name="name"/></xsl:with-param></xsl:call-template>
          </xsl:for-each>
        </dl>
      </xsl:if>
      <xsl:call-template name="say-paragraphs"><xsl:with-param name="in" select="w:reason"/></xsl:call-template>
      <xsl:if test="w:link[@role = 'rests-on']">
        <p class="aside"><xsl:value-of select="$label-rests"/></p>
        <xsl:call-template name="stand-behind"><xsl:with-param name="links" select="w:link[@role = 'rests-on']"/></xsl:call-template>
      </xsl:if>
    </div>
  </xsl:template>

  <!-- Findings: what all of it rests on -->

  <xsl:template match="w:finding">
    <div class="entry">
      <h3 id="{@id}"><xsl:call-template name="say"><xsl:with-param name="in" select="w:title"/></xsl:call-template></h3>
      <xsl:if test="@kind or @dimensions or @observed-on">
        <p class="aside">
          <xsl:if test="@kind"><xsl:call-template name="word"><xsl:with-param name="vocabulary" select="'finding-kind'"/><xsl:with-param name="key" select="@kind"/></xsl:call-template></xsl:if>
          <xsl:if test="@kind and @dimensions"> · </xsl:if>
          <xsl:if test="@dimensions"><xsl:call-template name="words"><xsl:with-param name="vocabulary" select="'dimension'"/><xsl:with-param name="keys" select="string(@dimensions)"/></xsl:call-template></xsl:if>
          <xsl:if test="@observed-on"><xsl:if test="@kind or @dimensions"> · </xsl:if><xsl:call-template name="date"><xsl:with-param name="of" select="@observed-on"/></xsl:call-template></xsl:if>
        </p>
      </xsl:if>
      <xsl:call-template name="say-paragraphs"><xsl:with-param name="in" select="w:description"/></xsl:call-template>
      <xsl:if test="w:link[@role = 'source']">
        <p class="aside"><xsl:value-of select="$label-sources"/></p>
        <ul><xsl:for-each select="w:link[@role = 'source']"><xsl:for-each select="key('id', @to)[1]"><li><xsl:call-template name="cite"/></li></xsl:for-each></xsl:for-each></ul>
      </xsl:if>
      <xsl:for-each select="key('id', w:link[@role = 'session']/@to)[1]">
        <p class="aside"><xsl:value-of select="$label-session"/><xsl:text> </xsl:text><xsl:call-template name="name"/><xsl:if test="@held-on"><xsl:text>, </xsl:text><xsl:call-template name="date"><xsl:with-param name="of" select="@held-on"/></xsl:call-template></xsl:if></p>
      </xsl:for-each>
      <xsl:if test="w:link[@role = 'evidence']">
        <p class="aside"><xsl:value-of select="$label-evidence"/></p>
        <ul><xsl:for-each select="w:link[@role = 'evidence']"><xsl:for-each select="key('id', @to)[1]"><li><xsl:call-template name="refer"/></li></xsl:for-each></xsl:for-each></ul>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:template name="style">
:root { color-scheme: light dark; --ink: #1e2328; --soft: #565e66; --line: #c9ced3; --shade: #f3f5f6; --link: #1a5fb4; --page: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eaec; --soft: #aab1b8; --line: #454b52; --shade: #24282d; --link: #8cc0ff; --page: #17191c; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.25rem 5rem; max-width: 72rem; background: var(--page); color: var(--ink); font: 1rem/1.6 Cantarell, "Source Sans 3", "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 .5em; max-width: 50rem; text-wrap: balance; }
h1 { font-size: 2.1rem; margin-top: 0; }
h2 { font-size: 1.6rem; border-top: 2px solid var(--line); padding-top: 1.2rem; margin-top: 3rem; }
h3 { font-size: 1.3rem; }
h4 { font-size: 1.1rem; }
h5 { font-size: 1rem; }
h5::first-letter { text-transform: uppercase; }
h6 { font-size: 1rem; margin: 0 0 .3em; }
#findings ~ .entry h3 { font-size: 1rem; margin: 0 0 .3em; }
p, ul, dl, .note { max-width: 66ch; }
p { margin: 0 0 .8em; white-space: pre-line; }
ul { margin: 0 0 1em; padding-left: 1.3em; }
li ul { margin-bottom: .2em; }
li, dd { overflow-wrap: anywhere; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--page); padding: .5rem 1rem; }
.subtitle { font-size: 1.15rem; color: var(--soft); }
.aside { color: var(--soft); }
p.aside { margin-bottom: .2em; }
.note { border-left: 3px solid var(--line); padding-left: 1rem; color: var(--soft); }
dl { display: flex; flex-wrap: wrap; gap: .2rem 2rem; margin: 0 0 1em; }
dl div { display: flex; gap: .5em; }
dt { color: var(--soft); }
dt::after { content: ":"; }
dd { margin: 0; }
article { margin-bottom: 3rem; }
.entry { border-top: 1px solid var(--line); padding: 1rem 0 .4rem; }
.wide { overflow-x: auto; margin: 1.5rem 0; }
table { border-collapse: collapse; width: 100%; min-width: 44rem; font-size: .95rem; line-height: 1.45; }
caption { text-align: left; font-weight: 600; padding-bottom: .5rem; }
th, td { border: 1px solid var(--line); padding: .5rem .65rem; text-align: left; vertical-align: top; }
thead th, tbody th { background: var(--shade); }
th::first-letter { text-transform: uppercase; }
td ul { list-style: none; padding: 0; margin: 0; }
td li + li { margin-top: .3rem; }
@media print {
  :root { --ink: #000; --soft: #333; --line: #888; --shade: #eee; --link: #000; --page: #fff; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav, .skip { display: none; }
  .wide { overflow: visible; }
  table { min-width: 0; font-size: 9pt; }
  h2 { break-before: page; }
  h1, h2, h3, h4, h5, h6, caption { break-after: avoid; }
  tr, .entry, li { break-inside: avoid; }
  a { text-decoration: none; }
}
</xsl:template>

</xsl:stylesheet>
