declare module 'subset-font' {
  /** Cuts a font to the characters of a text and, if it is variable, to one instance. */
  function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'truetype'; variationAxes?: Readonly<Record<string, number>> },
  ): Promise<Uint8Array>;
  export = subsetFont;
}
