const ID = '\0native-inflate';

/**
 * Node's own unpacking in place of tiny-inflate, which takes five times as long in a cold run;
 * the library of fonts unpacks its table of scripts with it, in every run that makes a PDF.
 * @type {import('rolldown').Plugin}
 */
export const nativeInflate = {
  name: 'native-inflate',
  resolveId: { order: 'pre', handler: (id) => (id === 'tiny-inflate' ? ID : null) },
  load: (id) => (id === ID ? CODE : null),
};

const CODE = `
const { inflateRawSync } = require('zlib');
module.exports = (packed, unpacked) => {
  unpacked.set(inflateRawSync(packed));
  return unpacked;
};`;
