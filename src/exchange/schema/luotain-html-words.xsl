<?xml version="1.0" encoding="UTF-8"?>
<!--
  The words of a report in its three languages.
  SPDX-License-Identifier: EUPL-1.2

  Of the three texts only that of the language asked for has any length: $fi, $sv and $en are lengths.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:variable name="fi" select="number($language = 'fi') * 1000"/>
  <xsl:variable name="sv" select="number($language = 'sv') * 1000"/>
  <xsl:variable name="en" select="number($language != 'fi' and $language != 'sv') * 1000"/>

  <xsl:variable name="label-report" select="concat(substring('Ennakointiraportti', 1, $fi), substring('Framsynsrapport', 1, $sv), substring('Foresight report', 1, $en))"/>
  <xsl:variable name="label-skip" select="concat(substring('Siirry sisältöön', 1, $fi), substring('Gå till innehållet', 1, $sv), substring('Skip to the content', 1, $en))"/>
  <xsl:variable name="label-contents" select="concat(substring('Sisällys', 1, $fi), substring('Innehåll', 1, $sv), substring('Contents', 1, $en))"/>
  <xsl:variable name="label-as-of" select="concat(substring('Tilanne', 1, $fi), substring('Läget', 1, $sv), substring('As of', 1, $en))"/>
  <xsl:variable name="label-findings" select="concat(substring('Havainnot', 1, $fi), substring('Iakttagelser', 1, $sv), substring('Findings', 1, $en))"/>
  <xsl:variable name="label-map" select="concat(substring('Tulevaisuuskartta', 1, $fi), substring('Framtidskarta', 1, $sv), substring('Futures map', 1, $en))"/>
  <xsl:variable name="label-table" select="concat(substring('Tulevaisuustaulukko', 1, $fi), substring('Framtidstabell', 1, $sv), substring('Futures table', 1, $en))"/>
  <xsl:variable name="label-scenarios" select="concat(substring('Skenaariot', 1, $fi), substring('Scenarier', 1, $sv), substring('Scenarios', 1, $en))"/>
  <xsl:variable name="label-profiles" select="concat(substring('Osaamisprofiilit', 1, $fi), substring('Kompetensprofiler', 1, $sv), substring('Competence profiles', 1, $en))"/>
  <xsl:variable name="label-robustness" select="concat(substring('Osaamiset skenaarioittain', 1, $fi), substring('Kompetenser i scenarierna', 1, $sv), substring('Competences across scenarios', 1, $en))"/>
  <xsl:variable name="label-coverage" select="concat(substring('Koulutuksen kattavuus', 1, $fi), substring('Utbildningens täckning', 1, $sv), substring('Coverage by education', 1, $en))"/>
  <xsl:variable name="label-chain" select="concat(substring('Perusteluketju', 1, $fi), substring('Motiveringskedja', 1, $sv), substring('Chain of reasons', 1, $en))"/>
  <xsl:variable name="label-editions" select="concat(substring('Vertailu', 1, $fi), substring('Jämförelse', 1, $sv), substring('Comparison', 1, $en))"/>
  <xsl:variable name="label-sources" select="concat(substring('Lähteet ja tilaisuudet', 1, $fi), substring('Källor och tillfällen', 1, $sv), substring('Sources and sessions', 1, $en))"/>
  <xsl:variable name="label-sources-only" select="concat(substring('Lähteet', 1, $fi), substring('Källor', 1, $sv), substring('Sources', 1, $en))"/>
  <xsl:variable name="label-sessions" select="concat(substring('Tilaisuudet', 1, $fi), substring('Tillfällen', 1, $sv), substring('Sessions', 1, $en))"/>
  <xsl:variable name="label-scenario" select="concat(substring('Skenaario', 1, $fi), substring('Scenario', 1, $sv), substring('Scenario', 1, $en))"/>
  <xsl:variable name="label-profile" select="concat(substring('Osaamisprofiili', 1, $fi), substring('Kompetensprofil', 1, $sv), substring('Competence profile', 1, $en))"/>
  <xsl:variable name="label-competence" select="concat(substring('Osaaminen', 1, $fi), substring('Kompetens', 1, $sv), substring('Competence', 1, $en))"/>
  <xsl:variable name="label-competences" select="concat(substring('Osaamiset', 1, $fi), substring('Kompetenser', 1, $sv), substring('Competences', 1, $en))"/>
  <xsl:variable name="label-finding" select="concat(substring('Havainto', 1, $fi), substring('Iakttagelse', 1, $sv), substring('Finding', 1, $en))"/>
  <xsl:variable name="label-paths" select="concat(substring('Skenaarioiden polut taulukon läpi', 1, $fi), substring('Scenariernas vägar genom tabellen', 1, $sv), substring('The paths of the scenarios through the table', 1, $en))"/>
  <xsl:variable name="label-states" select="concat(substring('Avainmuuttujat ja niiden vaihtoehdot', 1, $fi), substring('Nyckelvariablerna och deras alternativ', 1, $sv), substring('Key variables and their alternatives', 1, $en))"/>
  <xsl:variable name="label-variable" select="concat(substring('Avainmuuttuja', 1, $fi), substring('Nyckelvariabel', 1, $sv), substring('Key variable', 1, $en))"/>
  <xsl:variable name="label-alternative" select="concat(substring('Vaihtoehto', 1, $fi), substring('Alternativ', 1, $sv), substring('Alternative', 1, $en))"/>
  <xsl:variable name="label-open" select="concat(substring('avoin', 1, $fi), substring('öppen', 1, $sv), substring('open', 1, $en))"/>
  <xsl:variable name="label-image" select="concat(substring('Tulevaisuuskuva', 1, $fi), substring('Framtidsbild', 1, $sv), substring('Future image', 1, $en))"/>
  <xsl:variable name="label-year" select="concat(substring('Tavoitevuosi', 1, $fi), substring('Målår', 1, $sv), substring('Target year', 1, $en))"/>
  <xsl:variable name="label-sector" select="concat(substring('Toimiala', 1, $fi), substring('Bransch', 1, $sv), substring('Sector', 1, $en))"/>
  <xsl:variable name="label-frame" select="concat(substring('Puiteskenaario', 1, $fi), substring('Ramscenario', 1, $sv), substring('Frame scenario', 1, $en))"/>
  <xsl:variable name="label-path" select="concat(substring('Polku', 1, $fi), substring('Väg', 1, $sv), substring('Path', 1, $en))"/>
  <xsl:variable name="label-peste" select="concat(substring('PESTE-ulottuvuudet', 1, $fi), substring('PESTE-dimensioner', 1, $sv), substring('PESTE passages', 1, $en))"/>
  <xsl:variable name="label-periods" select="concat(substring('Ajanjaksot', 1, $fi), substring('Perioder', 1, $sv), substring('Periods', 1, $en))"/>
  <xsl:variable name="label-drivers" select="concat(substring('Muutosajurit', 1, $fi), substring('Drivkrafter', 1, $sv), substring('Drivers', 1, $en))"/>
  <xsl:variable name="label-rests" select="concat(substring('Perustuu:', 1, $fi), substring('Vilar på:', 1, $sv), substring('Rests on:', 1, $en))"/>
  <xsl:variable name="label-evidence" select="concat(substring('Tukevat havainnot:', 1, $fi), substring('Stödjande iakttagelser:', 1, $sv), substring('Supporting findings:', 1, $en))"/>
  <xsl:variable name="label-from" select="concat(substring('Lähteet:', 1, $fi), substring('Källor:', 1, $sv), substring('Sources:', 1, $en))"/>
  <xsl:variable name="label-session" select="concat(substring('Tilaisuus', 1, $fi), substring('Tillfälle', 1, $sv), substring('Session', 1, $en))"/>
  <xsl:variable name="label-group" select="concat(substring('Osaamisryhmä', 1, $fi), substring('Kompetensgrupp', 1, $sv), substring('Competence group', 1, $en))"/>
  <xsl:variable name="label-grid" select="concat(substring('Osaamiset tehtävätasoittain ja ryhmittäin', 1, $fi), substring('Kompetenser efter befattningsnivå och grupp', 1, $sv), substring('Competences by role level and group', 1, $en))"/>
  <xsl:variable name="label-no-level" select="concat(substring('Ei tehtävätasoa', 1, $fi), substring('Ingen befattningsnivå', 1, $sv), substring('No role level', 1, $en))"/>
  <xsl:variable name="label-no-group" select="concat(substring('Ei ryhmää', 1, $fi), substring('Ingen grupp', 1, $sv), substring('No group', 1, $en))"/>
  <xsl:variable name="label-no-competence" select="concat(substring('Osaaminen puuttuu', 1, $fi), substring('Kompetens saknas', 1, $sv), substring('Competence missing', 1, $en))"/>
  <xsl:variable name="label-none" select="concat(substring('ei mitään', 1, $fi), substring('inget', 1, $sv), substring('none', 1, $en))"/>
  <xsl:variable name="label-reasons" select="concat(substring('Miksi', 1, $fi), substring('Varför', 1, $sv), substring('Why', 1, $en))"/>
  <xsl:variable name="label-importance" select="concat(substring('Tärkeys', 1, $fi), substring('Betydelse', 1, $sv), substring('Importance', 1, $en))"/>
  <xsl:variable name="label-direction" select="concat(substring('Suunta', 1, $fi), substring('Riktning', 1, $sv), substring('Direction', 1, $en))"/>
  <xsl:variable name="label-job" select="concat(substring('Tehtävänimike', 1, $fi), substring('Uppgiftsbenämning', 1, $sv), substring('Job title', 1, $en))"/>
  <xsl:variable name="label-kind" select="concat(substring('Tyyppi', 1, $fi), substring('Typ', 1, $sv), substring('Kind', 1, $en))"/>
  <xsl:variable name="label-no-kind" select="concat(substring('Ilman tyyppiä', 1, $fi), substring('Utan typ', 1, $sv), substring('Without a kind', 1, $en))"/>
  <xsl:variable name="label-dimensions" select="concat(substring('Ulottuvuudet', 1, $fi), substring('Dimensioner', 1, $sv), substring('Dimensions', 1, $en))"/>
  <xsl:variable name="label-breakthrough" select="concat(substring('Läpimurto', 1, $fi), substring('Genombrott', 1, $sv), substring('Breakthrough', 1, $en))"/>
  <xsl:variable name="label-impact" select="concat(substring('Vaikutus', 1, $fi), substring('Verkan', 1, $sv), substring('Impact', 1, $en))"/>
  <xsl:variable name="label-probability" select="concat(substring('Todennäköisyys', 1, $fi), substring('Sannolikhet', 1, $sv), substring('Probability', 1, $en))"/>
  <xsl:variable name="label-trend" select="concat(substring('Suunta', 1, $fi), substring('Riktning', 1, $sv), substring('Direction', 1, $en))"/>
  <xsl:variable name="label-dots" select="concat(substring('Pisteitä', 1, $fi), substring('Punkter', 1, $sv), substring('Dots', 1, $en))"/>
  <xsl:variable name="label-priority" select="concat(substring('Sija', 1, $fi), substring('Rang', 1, $sv), substring('Rank', 1, $en))"/>
  <xsl:variable name="label-impact-1" select="concat(substring('hyvin pieni', 1, $fi), substring('mycket liten', 1, $sv), substring('very small', 1, $en))"/>
  <xsl:variable name="label-impact-2" select="concat(substring('pieni', 1, $fi), substring('liten', 1, $sv), substring('small', 1, $en))"/>
  <xsl:variable name="label-impact-3" select="concat(substring('kohtalainen', 1, $fi), substring('måttlig', 1, $sv), substring('moderate', 1, $en))"/>
  <xsl:variable name="label-impact-4" select="concat(substring('suuri', 1, $fi), substring('stor', 1, $sv), substring('great', 1, $en))"/>
  <xsl:variable name="label-impact-5" select="concat(substring('hyvin suuri', 1, $fi), substring('mycket stor', 1, $sv), substring('very great', 1, $en))"/>
  <xsl:variable name="label-probability-1" select="concat(substring('hyvin epätodennäköinen', 1, $fi), substring('mycket osannolik', 1, $sv), substring('very unlikely', 1, $en))"/>
  <xsl:variable name="label-probability-2" select="concat(substring('epätodennäköinen', 1, $fi), substring('osannolik', 1, $sv), substring('unlikely', 1, $en))"/>
  <xsl:variable name="label-probability-3" select="concat(substring('mahdollinen', 1, $fi), substring('möjlig', 1, $sv), substring('possible', 1, $en))"/>
  <xsl:variable name="label-probability-4" select="concat(substring('todennäköinen', 1, $fi), substring('sannolik', 1, $sv), substring('likely', 1, $en))"/>
  <xsl:variable name="label-probability-5" select="concat(substring('hyvin todennäköinen', 1, $fi), substring('mycket sannolik', 1, $sv), substring('very likely', 1, $en))"/>
  <xsl:variable name="label-strengthening" select="concat(substring('vahvistuva', 1, $fi), substring('förstärks', 1, $sv), substring('strengthening', 1, $en))"/>
  <xsl:variable name="label-established" select="concat(substring('vakiintunut', 1, $fi), substring('etablerad', 1, $sv), substring('established', 1, $en))"/>
  <xsl:variable name="label-weakening" select="concat(substring('heikkenevä', 1, $fi), substring('försvagas', 1, $sv), substring('weakening', 1, $en))"/>
  <xsl:variable name="label-median" select="concat(substring('mediaani', 1, $fi), substring('median', 1, $sv), substring('median', 1, $en))"/>
  <xsl:variable name="label-quartiles" select="concat(substring('kvartiilit', 1, $fi), substring('kvartiler', 1, $sv), substring('quartiles', 1, $en))"/>
  <xsl:variable name="label-hands" select="concat(substring('arviota', 1, $fi), substring('bedömningar', 1, $sv), substring('ratings', 1, $en))"/>
  <xsl:variable name="label-tags" select="concat(substring('Tunnisteet', 1, $fi), substring('Etiketter', 1, $sv), substring('Tags', 1, $en))"/>
  <xsl:variable name="label-map-list" select="concat(substring('Kartan havainnot', 1, $fi), substring('Kartans iakttagelser', 1, $sv), substring('The findings of the map', 1, $en))"/>
  <xsl:variable name="label-map-unrated" select="concat(substring('havaintoa on vailla arviota ja on vain havaintojen luettelossa.', 1, $fi), substring('iakttagelser är inte bedömda och står bara i listan över iakttagelser.', 1, $sv), substring('findings are not rated and stand only in the list of findings.', 1, $en))"/>
  <xsl:variable name="label-map-hint" select="concat(substring('Etäisyys keskeltä on läpimurron aika: lähivuodet ovat keskellä. Muoto kertoo tyypin, koko vaikutuksen, ääriviiva suunnan. Samat tiedot ovat taulukkona kartan alla.', 1, $fi), substring('Avståndet från mitten är tiden för genombrott: de närmaste åren är i mitten. Formen visar typen, storleken verkan, konturen riktningen. Samma uppgifter står som tabell under kartan.', 1, $sv), substring('The distance from the middle is the time of breakthrough: the near years are in the middle. Shape is kind, size impact, outline direction. The same stands as a table below the map.', 1, $en))"/>
  <xsl:variable name="label-combinations" select="concat(substring('Yhdistelmiä', 1, $fi), substring('Kombinationer', 1, $sv), substring('Combinations', 1, $en))"/>
  <xsl:variable name="label-remaining" select="concat(substring('Jäljellä rajausten jälkeen', 1, $fi), substring('Kvar efter uteslutningarna', 1, $sv), substring('Left after exclusions', 1, $en))"/>
  <xsl:variable name="label-remaining-unknown" select="concat(substring('liian monta laskettavaksi', 1, $fi), substring('för många att räkna', 1, $sv), substring('too many to count', 1, $en))"/>
  <xsl:variable name="label-exclusions" select="concat(substring('Toisensa pois sulkevat vaihtoehdot', 1, $fi), substring('Alternativ som utesluter varandra', 1, $sv), substring('Alternatives that exclude each other', 1, $en))"/>
  <xsl:variable name="label-first-state" select="concat(substring('Vaihtoehto', 1, $fi), substring('Alternativ', 1, $sv), substring('Alternative', 1, $en))"/>
  <xsl:variable name="label-other-state" select="concat(substring('Sulkee pois', 1, $fi), substring('Utesluter', 1, $sv), substring('Excludes', 1, $en))"/>
  <xsl:variable name="label-exclusion-kind" select="concat(substring('Miten', 1, $fi), substring('Hur', 1, $sv), substring('How', 1, $en))"/>
  <xsl:variable name="label-reason" select="concat(substring('Perustelu', 1, $fi), substring('Motivering', 1, $sv), substring('Reason', 1, $en))"/>
  <xsl:variable name="label-logical" select="concat(substring('loogisesti', 1, $fi), substring('logiskt', 1, $sv), substring('logically', 1, $en))"/>
  <xsl:variable name="label-empirical" select="concat(substring('kokemuksen mukaan', 1, $fi), substring('enligt erfarenhet', 1, $sv), substring('by experience', 1, $en))"/>
  <xsl:variable name="label-normative" select="concat(substring('ei toivottu yhdessä', 1, $fi), substring('inte önskat tillsammans', 1, $sv), substring('not wanted together', 1, $en))"/>
  <xsl:variable name="label-judged" select="concat(substring('Mitkä skenaariot pitävät yhtä', 1, $fi), substring('Vilka scenarier håller ihop', 1, $sv), substring('Which scenarios hold together', 1, $en))"/>
  <xsl:variable name="label-judged-found" select="concat(substring('Ryhmän ristivaikutusarvioiden mukaan yhtä pitäviä yhdistelmiä on', 1, $fi), substring('Enligt gruppens bedömningar av korsverkan håller så här många kombinationer ihop:', 1, $sv), substring(&quot;By the group's judgements of cross-impact, combinations that hold together:&quot;, 1, $en))"/>
  <xsl:variable name="label-judged-half" select="concat(substring('Arvioista osa puuttuu vielä: puuttuvat on laskettu vaikutuksettomiksi.', 1, $fi), substring('En del av bedömningarna saknas ännu: de räknas som ingen verkan.', 1, $sv), substring('Some judgements are missing: they count as no influence.', 1, $en))"/>
  <xsl:variable name="label-judged-more" select="concat(substring('Haku lopetettiin kesken: yhdistelmiä voi olla enemmän.', 1, $fi), substring('Sökningen avbröts: det kan finnas fler kombinationer.', 1, $sv), substring('The search was ended early: there may be more.', 1, $en))"/>
  <xsl:variable name="label-judged-shown" select="concat(substring('Taulukossa ovat niistä parhaiten yhtä pitävät.', 1, $fi), substring('Tabellen visar dem som håller ihop bäst.', 1, $sv), substring('The table shows those that hold together best.', 1, $en))"/>
  <xsl:variable name="label-consistent" select="concat(substring('Yhtä pitävät yhdistelmät', 1, $fi), substring('Kombinationer som håller ihop', 1, $sv), substring('Combinations that hold together', 1, $en))"/>
  <xsl:variable name="label-score" select="concat(substring('Vaikutussumma', 1, $fi), substring('Verkanssumma', 1, $sv), substring('Impact score', 1, $en))"/>
  <xsl:variable name="label-number" select="concat(substring('Nro', 1, $fi), substring('Nr', 1, $sv), substring('No.', 1, $en))"/>
  <xsl:variable name="label-own-judged" select="concat(substring('Ryhmän omat skenaariot', 1, $fi), substring('Gruppens egna scenarier', 1, $sv), substring(&quot;The group's own scenarios&quot;, 1, $en))"/>
  <xsl:variable name="label-holds" select="concat(substring('pitää yhtä', 1, $fi), substring('håller ihop', 1, $sv), substring('holds together', 1, $en))"/>
  <xsl:variable name="label-holds-not" select="concat(substring('ei pidä yhtä', 1, $fi), substring('håller inte ihop', 1, $sv), substring('does not hold together', 1, $en))"/>
  <xsl:variable name="label-falls" select="concat(substring('jää jälkeen vaihtoehdosta', 1, $fi), substring('faller efter alternativet', 1, $sv), substring('falls behind', 1, $en))"/>
  <xsl:variable name="label-by" select="concat(substring('', 1, $fi), substring('med', 1, $sv), substring('by', 1, $en))"/>
  <xsl:variable name="label-by-after" select="concat(substring('pisteen erolla', 1, $fi), substring('poäng', 1, $sv), substring('', 1, $en))"/>
  <xsl:variable name="label-quote" select="concat(substring('”', 1, $fi), substring('”', 1, $sv), substring('“', 1, $en))"/>
  <xsl:variable name="label-pushes" select="concat(substring('Siihen vaikuttavat:', 1, $fi), substring('Dit driver:', 1, $sv), substring('What pushes there:', 1, $en))"/>
  <xsl:variable name="label-nearest" select="concat(substring('Lähin yhtä pitävä yhdistelmä saadaan, kun', 1, $fi), substring('Den närmaste kombinationen som håller ihop fås med', 1, $sv), substring('The nearest that holds together has', 1, $en))"/>
  <xsl:variable name="label-robust" select="concat(substring('vahvat', 1, $fi), substring('robusta', 1, $sv), substring('robust', 1, $en))"/>
  <xsl:variable name="label-shared" select="concat(substring('jaetut', 1, $fi), substring('delade', 1, $sv), substring('shared', 1, $en))"/>
  <xsl:variable name="label-bet" select="concat(substring('panostukset', 1, $fi), substring('satsningar', 1, $sv), substring('bets', 1, $en))"/>
  <xsl:variable name="label-robust-one" select="concat(substring('vahva', 1, $fi), substring('robust', 1, $sv), substring('robust', 1, $en))"/>
  <xsl:variable name="label-shared-one" select="concat(substring('jaettu', 1, $fi), substring('delad', 1, $sv), substring('shared', 1, $en))"/>
  <xsl:variable name="label-bet-one" select="concat(substring('panostus', 1, $fi), substring('satsning', 1, $sv), substring('bet', 1, $en))"/>
  <xsl:variable name="label-robust-head" select="concat(substring('Vahvat: kaikissa skenaarioissa tarvittavat', 1, $fi), substring('Robusta: behövs i alla scenarier', 1, $sv), substring('Robust: needed in every scenario', 1, $en))"/>
  <xsl:variable name="label-shared-head" select="concat(substring('Jaetut: useassa skenaariossa tarvittavat', 1, $fi), substring('Delade: behövs i flera scenarier', 1, $sv), substring('Shared: needed in several scenarios', 1, $en))"/>
  <xsl:variable name="label-bet-head" select="concat(substring('Panostukset: yhdessä skenaariossa tarvittavat', 1, $fi), substring('Satsningar: behövs i ett scenario', 1, $sv), substring('Bets: needed in one scenario', 1, $en))"/>
  <xsl:variable name="label-robust-intro" select="concat(substring('Vahvaa osaamista tarvitaan, kävi miten kävi; panostus kannattaa vain, jos juuri se skenaario toteutuu.', 1, $fi), substring('Robust kompetens behövs hur det än går; en satsning lönar sig bara om just det scenariot blir verklighet.', 1, $sv), substring('Robust competences are needed whatever comes; a bet pays only if that one scenario comes true.', 1, $en))"/>
  <xsl:variable name="label-without-profile" select="concat(substring('Skenaarioita ilman profiilia, jätetty pois:', 1, $fi), substring('Scenarier utan profil, utelämnade:', 1, $sv), substring('Scenarios without a profile, left out:', 1, $en))"/>
  <xsl:variable name="label-matrix" select="concat(substring('Osaaminen ja skenaario: tehtävätasot, jotka sitä tarvitsevat', 1, $fi), substring('Kompetens och scenario: de befattningsnivåer som behöver den', 1, $sv), substring('Competence and scenario: the role levels that need it', 1, $en))"/>
  <xsl:variable name="label-not-needed" select="concat(substring('ei tarvita', 1, $fi), substring('behövs inte', 1, $sv), substring('not needed', 1, $en))"/>
  <xsl:variable name="label-across" select="concat(substring('Toimialojen yhteiset osaamiset', 1, $fi), substring('Branschernas gemensamma kompetenser', 1, $sv), substring('Competences the sectors share', 1, $en))"/>
  <xsl:variable name="label-sectors" select="concat(substring('Toimialoja', 1, $fi), substring('Branscher', 1, $sv), substring('Sectors', 1, $en))"/>
  <xsl:variable name="label-n-scenarios" select="concat(substring('Skenaarioita', 1, $fi), substring('Scenarier', 1, $sv), substring('Scenarios', 1, $en))"/>
  <xsl:variable name="label-weight" select="concat(substring('Paino', 1, $fi), substring('Vikt', 1, $sv), substring('Weight', 1, $en))"/>
  <xsl:variable name="label-chain-intro" select="concat(substring('Jokainen osaaminen ja se, mihin se perustuu, lähteisiin saakka.', 1, $fi), substring('Varje kompetens och vad den vilar på, ända till källorna.', 1, $sv), substring('Each competence with what it rests on, down to the sources.', 1, $en))"/>
  <xsl:variable name="label-no-reason" select="concat(substring('Perustelua ei ole nimetty.', 1, $fi), substring('Ingen grund har angetts.', 1, $sv), substring('No reason is named.', 1, $en))"/>
  <xsl:variable name="label-source-count" select="concat(substring('havaintoa', 1, $fi), substring('iakttagelser', 1, $sv), substring('findings', 1, $en))"/>
  <xsl:variable name="label-source-count-one" select="concat(substring('havainto', 1, $fi), substring('iakttagelse', 1, $sv), substring('finding', 1, $en))"/>
  <xsl:variable name="label-held" select="concat(substring('Päivä', 1, $fi), substring('Datum', 1, $sv), substring('Date', 1, $en))"/>
  <xsl:variable name="label-place" select="concat(substring('Paikka', 1, $fi), substring('Plats', 1, $sv), substring('Place', 1, $en))"/>
  <xsl:variable name="label-people" select="concat(substring('Osallistujia', 1, $fi), substring('Deltagare', 1, $sv), substring('People', 1, $en))"/>
  <xsl:variable name="label-source" select="concat(substring('Lähde', 1, $fi), substring('Källa', 1, $sv), substring('Source', 1, $en))"/>
  <xsl:variable name="label-accessed" select="concat(substring('luettu', 1, $fi), substring('läst', 1, $sv), substring('accessed', 1, $en))"/>
  <xsl:variable name="label-covered" select="concat(substring('katettu', 1, $fi), substring('täcks', 1, $sv), substring('covered', 1, $en))"/>
  <xsl:variable name="label-partly" select="concat(substring('osittain katettu', 1, $fi), substring('täcks delvis', 1, $sv), substring('partly covered', 1, $en))"/>
  <xsl:variable name="label-not-at-all" select="concat(substring('ei katettu', 1, $fi), substring('täcks inte', 1, $sv), substring('not covered', 1, $en))"/>
  <xsl:variable name="label-not-looked" select="concat(substring('ei vielä arvioitu', 1, $fi), substring('ännu inte bedömd', 1, $sv), substring('not looked at yet', 1, $en))"/>
  <xsl:variable name="label-decision" select="concat(substring('Päätös', 1, $fi), substring('Beslut', 1, $sv), substring('Decision', 1, $en))"/>
  <xsl:variable name="label-carrier" select="concat(substring('Vastuu', 1, $fi), substring('Ansvar', 1, $sv), substring('Carried by', 1, $en))"/>
  <xsl:variable name="label-due" select="concat(substring('Määräaika', 1, $fi), substring('Tidsfrist', 1, $sv), substring('Due', 1, $en))"/>
  <xsl:variable name="label-note" select="concat(substring('Huomautus', 1, $fi), substring('Anmärkning', 1, $sv), substring('Note', 1, $en))"/>
  <xsl:variable name="label-organisation" select="concat(substring('Oppilaitos', 1, $fi), substring('Läroanstalt', 1, $sv), substring('Organisation', 1, $en))"/>
  <xsl:variable name="label-taught-in" select="concat(substring('Opetetaan', 1, $fi), substring('Undervisas i', 1, $sv), substring('Taught in', 1, $en))"/>
  <xsl:variable name="label-status" select="concat(substring('Tila', 1, $fi), substring('Läge', 1, $sv), substring('Status', 1, $en))"/>
  <xsl:variable name="label-entry" select="concat(substring('Tarve', 1, $fi), substring('Behov', 1, $sv), substring('Need', 1, $en))"/>
  <xsl:variable name="label-coverage-table" select="concat(substring('Osaamistarpeet ja oppilaitokset', 1, $fi), substring('Kompetensbehov och läroanstalter', 1, $sv), substring('Needs and organisations', 1, $en))"/>
  <xsl:variable name="label-decisions" select="concat(substring('päätökset', 1, $fi), substring('beslut', 1, $sv), substring('decisions', 1, $en))"/>
  <xsl:variable name="label-differs" select="concat(substring('skenaarioittain eri', 1, $fi), substring('olika i olika scenarier', 1, $sv), substring('differs by scenario', 1, $en))"/>
  <xsl:variable name="label-side-before" select="concat(substring('Ennen', 1, $fi), substring('Före', 1, $sv), substring('Before', 1, $en))"/>
  <xsl:variable name="label-side-after" select="concat(substring('Nyt', 1, $fi), substring('Nu', 1, $sv), substring('After', 1, $en))"/>
  <xsl:variable name="label-today" select="concat(substring('tämä päivä', 1, $fi), substring('i dag', 1, $sv), substring('today', 1, $en))"/>
  <xsl:variable name="label-no-changes" select="concat(substring('Mikään ei ole muuttunut.', 1, $fi), substring('Ingenting har ändrats.', 1, $sv), substring('Nothing has changed.', 1, $en))"/>
  <xsl:variable name="label-came" select="concat(substring('Uutta', 1, $fi), substring('Nytt', 1, $sv), substring('New', 1, $en))"/>
  <xsl:variable name="label-went" select="concat(substring('Poistunut', 1, $fi), substring('Borttaget', 1, $sv), substring('Gone', 1, $en))"/>
  <xsl:variable name="label-changed" select="concat(substring('Muuttunut', 1, $fi), substring('Ändrat', 1, $sv), substring('Changed', 1, $en))"/>
  <xsl:variable name="label-what" select="concat(substring('Mikä', 1, $fi), substring('Vad', 1, $sv), substring('What', 1, $en))"/>
  <xsl:variable name="label-field" select="concat(substring('Kohta', 1, $fi), substring('Fält', 1, $sv), substring('Field', 1, $en))"/>
  <xsl:variable name="label-group-paths" select="concat(substring('Polut', 1, $fi), substring('Vägar', 1, $sv), substring('Paths', 1, $en))"/>
  <xsl:variable name="label-round" select="concat(substring('Kierros', 1, $fi), substring('Omgången', 1, $sv), substring('The round', 1, $en))"/>

</xsl:stylesheet>
