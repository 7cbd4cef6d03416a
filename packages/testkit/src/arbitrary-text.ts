import fc from 'fast-check';

/** Any character of Unicode; what fast-check's own unit `binary` gives, which takes seconds to draw the first hundred texts. */
export const anyCharacter: fc.Arbitrary<string> = fc.oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((codePoint) => String.fromCodePoint(codePoint));
