import { describe, expect, it } from 'vitest';
import { resolveFonts } from './document-fonts.ts';
import { unpackWoff } from './unpack-woff.ts';

describe('文书字体', () => {
  it.each([
    ['𠮷', 'Extension-B'],
    ['㛃', 'Extension-A'],
    ['鿍', 'HanaMinA'],
    ['𬳾', 'Extension-E'],
    ['★', 'regular-'],
    ['鷄', 'regular-'],
    ['鬪', 'regular-'],
  ])('%s is drawn with another face', async (character, part) => {
    const fonts = await resolveFonts(`张${character}`);
    const codePoint = character.codePointAt(0) ?? 0;
    const face = fonts.faceOf(codePoint, 'regular');
    expect(face.key).toContain(part);
    expect(face.font.glyphForCodePoint(codePoint).path.commands.length).toBeGreaterThan(4);
  });

  it('draws everyday characters, names with ·, and accented Latin with the main face', async () => {
    const text = '张三·é—《》〔〕“”0Aü';
    const fonts = await resolveFonts(text);
    for (const character of text) expect(fonts.faceOf(character.codePointAt(0) ?? 0, 'bold').key).toBe('bold');
  });

  it('names every character that no face has instead of printing a box', async () => {
    await expect(resolveFonts('张\u{E001}\u{3FFFD}三')).rejects.toMatchObject({
      code: 'documents.missing-glyph', params: { characters: expect.stringMatching(/U\+E001.*、.*U\+3FFFD/u) },
    });
  });

  it('ignores characters that leave no mark', async () => {
    await expect(resolveFonts('葛\u{E0100}\u200B\n')).resolves.toBeDefined();
  });

  it('refuses to unpack other files', () => {
    expect(() => unpackWoff(Buffer.from('OTTO0000'))).toThrow('WOFF');
  });
});
