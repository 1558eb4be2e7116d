/** How the table of sources may be written. */
export const SOURCES_FORMATS = ['table', 'markdown', 'csv'] as const;
export type SourcesFormat = (typeof SOURCES_FORMATS)[number];
