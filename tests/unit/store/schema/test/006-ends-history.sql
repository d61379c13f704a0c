DROP INDEX finding_filter;
