<?xml version="1.0" encoding="UTF-8"?>
<!--
  Tables of an OpenDocument text; see luotain-odf.xsl. Cells may span columns; pages have none that span rows.
  SPDX-License-Identifier: EUPL-1.2
-->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
                xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">

  <!-- Rows that are measured for the widths of the columns. -->
  <xsl:variable name="measured" select="30"/>

  <xsl:template match="table">
    <xsl:variable name="number"><xsl:number level="any" count="table[not(ancestor::table)]"/></xsl:variable>
    <xsl:choose>
      <!-- In a cell a table becomes lines. -->
      <xsl:when test="ancestor::table">
        <xsl:apply-templates select="caption"/>
        <xsl:for-each select=".//tr">
          <text:p text:style-name="Table_20_Contents">
            <xsl:for-each select="td | th"><xsl:if test="position() > 1"> · </xsl:if><xsl:apply-templates mode="text"/></xsl:for-each>
          </text:p>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="caption"/>
        <xsl:if test=".//tr">
          <table:table table:name="Table{$number}" table:style-name="Table">
            <xsl:for-each select="(.//tr)[1]/*">
              <table:table-column table:style-name="Table{$number}.{position()}">
                <xsl:if test="@colspan > 1"><xsl:attribute name="table:number-columns-repeated"><xsl:value-of select="@colspan"/></xsl:attribute></xsl:if>
              </table:table-column>
            </xsl:for-each>
            <xsl:if test="thead/tr"><table:table-header-rows><xsl:apply-templates select="thead/tr"/></table:table-header-rows></xsl:if>
            <xsl:apply-templates select="tbody/tr | tr | tfoot/tr"/>
          </table:table>
          <text:p text:style-name="After_20_Table"/>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tr">
    <table:table-row table:style-name="Row">
      <xsl:for-each select="td | th">
        <table:table-cell office:value-type="string" table:style-name="{concat(substring('Head.Cell', 1 div boolean(ancestor::thead)), substring('Cell', 1 div not(ancestor::thead)))}">
          <xsl:if test="@colspan > 1"><xsl:attribute name="table:number-columns-spanned"><xsl:value-of select="@colspan"/></xsl:attribute></xsl:if>
          <xsl:choose>
            <xsl:when test="normalize-space() = ''">
              <text:p text:style-name="Table_20_Contents"><xsl:call-template name="bookmarks"/></text:p>
            </xsl:when>
            <xsl:otherwise>
              <xsl:apply-templates select="." mode="flow">
                <xsl:with-param name="style"><xsl:choose><xsl:when test="self::th">Table_20_Heading</xsl:when><xsl:otherwise>Table_20_Contents</xsl:otherwise></xsl:choose></xsl:with-param>
              </xsl:apply-templates>
            </xsl:otherwise>
          </xsl:choose>
        </table:table-cell>
        <xsl:if test="@colspan > 1"><xsl:call-template name="covered"><xsl:with-param name="n" select="@colspan - 1"/></xsl:call-template></xsl:if>
      </xsl:for-each>
    </table:table-row>
  </xsl:template>

  <xsl:template name="covered">
    <xsl:param name="n"/>
    <table:covered-table-cell table:number-columns-repeated="{$n}"/>
  </xsl:template>

  <!-- Each column as wide as what stands in it is long, within bounds. -->
  <xsl:template name="table-styles">
    <style:style style:name="Table" style:family="table">
      <style:table-properties style:rel-width="100%" table:align="margins" table:border-model="collapsing"/>
    </style:style>
    <style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>
    <style:style style:name="Cell" style:family="table-cell">
      <style:table-cell-properties fo:padding="0.13cm" fo:border-bottom="0.4pt solid #b3bac2" fo:border-left="none" fo:border-right="none" fo:border-top="none"/>
    </style:style>
    <style:style style:name="Head.Cell" style:family="table-cell">
      <style:table-cell-properties fo:padding="0.13cm" fo:background-color="#f1f3f5" fo:border-bottom="0.9pt solid #124278" fo:border-top="0.9pt solid #124278" fo:border-left="none" fo:border-right="none" style:vertical-align="bottom"/>
    </style:style>
    <xsl:for-each select="//table[not(ancestor::table)]">
      <xsl:variable name="number" select="position()"/>
      <xsl:variable name="rows" select="(tbody/tr | tr)[position() &lt;= $measured][not(*/@colspan > 1)]"/>
      <xsl:for-each select="(.//tr)[1]/*">
        <xsl:variable name="column" select="position()"/>
        <xsl:variable name="letters"><xsl:for-each select="$rows/*[position() = $column]"><xsl:value-of select="."/></xsl:for-each></xsl:variable>
        <xsl:variable name="mean" select="string-length($letters) div (count($rows) + (count($rows) = 0))"/>
        <xsl:variable name="head" select="string-length(.) * 1.4"/>
        <xsl:variable name="both" select="$mean + string-length(.) div 2"/>
        <xsl:variable name="wish" select="$both * ($both >= $head) + $head * ($both &lt; $head)"/>
        <xsl:variable name="weight"><xsl:choose><xsl:when test="$wish &lt; 14">14</xsl:when><xsl:when test="$wish > 44">44</xsl:when><xsl:otherwise><xsl:value-of select="round($wish)"/></xsl:otherwise></xsl:choose></xsl:variable>
        <style:style style:name="Table{$number}.{$column}" style:family="table-column">
          <style:table-column-properties style:rel-column-width="{$weight}*"/>
        </style:style>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
