import type { FileRecord } from '../../../kernel/files/index.ts';
import type { ReadingNote } from '../reading.contract.ts';
import { openPages } from '../images/open-pages.ts';
import { judgeQuality } from '../images/quality.ts';
import { limits } from '../images/limits.ts';
import { findTilt, greyOf, liesSideways, pictureOf, sizeOf, type Turn } from '../images/upright.ts';
import type { OcrEngine, OcrLine } from '../ocr/engine.ts';
import type { PageFacts } from '../tables.ts';
import { countHan, type PageLine } from '../text/plain.ts';

/** What the pages of a file look like and say. */
export interface ReadPages { pages: PageFacts[]; lines: PageLine[]; total: number; notes: ReadingNote[] }

interface Size { width: number; height: number }

const quarters = [0, 90, 180, 270] as const;
const shortSide = 600;
const judgedLong = 1_000;
/** When so much was read so surely, the picture stands upright. */
const convincing = { characters: 12, confidence: 0.75 };

/**
 * Looks at the first pages of a file: quality of each, and with an engine its text, the picture turned by quarters until text is read.
 * A page that cannot be opened ends it with a note. @throws what the engine throws
 */
export async function readPages(file: Pick<FileRecord, 'id' | 'mediaType' | 'pages'>, content: Buffer, engine: OcrEngine | undefined, now: () => number): Promise<ReadPages> {
  const { pictures, total, note } = openPages(file, content);
  const read: ReadPages = { pages: [], lines: [], total, notes: note ? [note] : [] };
  const begun = now();
  for (const [index, picture] of pictures.entries()) {
    if (now() - begun > limits.fileMs) { addNote(read, 'first-pages-only'); break; }
    const number = index + 1;
    let size: Size;
    let judged: Awaited<ReturnType<typeof greyOf>>;
    try {
      size = await sizeOf(picture);
      judged = await greyOf(picture, { quarters: 0, degrees: 0 }, judgedLong);
    } catch {
      addNote(read, 'unreadable-picture');
      continue;
    }
    const { turn, lines } = engine ? await readUpright(picture, size, `${file.id}-${number}`, engine, read.pages.at(-1)?.turn.quarters) : { turn: await levelOf(picture), lines: [] };
    // Only text can be tilted: what an engine found none on is no crooked document.
    const tilt = engine && lines.length === 0 ? 0 : turn.degrees;
    read.pages.push({ number, turn, hints: judgeQuality(judged, { long: Math.max(size.width, size.height), tilt }) });
    read.lines.push(...lines.map((line) => ({ ...line, page: number })));
  }
  return read;
}

function addNote(read: ReadPages, note: ReadingNote): void {
  if (!read.notes.includes(note)) read.notes.push(note);
}

async function levelOf(picture: Buffer): Promise<Turn> {
  const grey = await greyOf(picture, { quarters: 0, degrees: 0 }, shortSide);
  return { quarters: 0, degrees: liesSideways(grey) ? 0 : findTilt(grey) };
}

/** Reads a picture in the direction in which most is read; the direction of the page before is tried first. */
async function readUpright(picture: Buffer, size: Size, id: string, engine: OcrEngine, before: Turn['quarters'] | undefined): Promise<{ turn: Turn; lines: OcrLine[] }> {
  const asIs = await greyOf(picture, { quarters: 0, degrees: 0 }, shortSide);
  const likely = liesSideways(asIs) ? [90, 270, 0, 180] as const : [0, 180, 90, 270] as const;
  const order = before === undefined ? likely : [before, ...quarters.filter((one) => one !== before)];
  let best: { turn: Turn; lines: OcrLine[]; score: number } | undefined;
  for (const quarter of order) {
    const turn: Turn = { quarters: quarter, degrees: findTilt(quarter === 0 ? asIs : await greyOf(picture, { quarters: quarter, degrees: 0 }, shortSide)) };
    const lines = await engine.read({ id, content: await pictureOf(picture, turn, limits.pixelsLong), mediaType: 'image/jpeg' });
    const { characters, score } = weigh(lines, quarter % 180 === 0 ? size.width / size.height : size.height / size.width);
    if (!best || score > best.score) best = { turn, lines, score };
    if (characters >= convincing.characters && score / characters >= convincing.confidence) break;
  }
  return best ?? { turn: { quarters: 0, degrees: 0 }, lines: [] };
}

/** How much was read how surely. Engines may read lines that stand on their side, too: those count half, so that the picture is turned further. */
function weigh(lines: readonly OcrLine[], ratio: number): { characters: number; score: number } {
  let characters = 0;
  let score = 0;
  for (const { text, confidence, box } of lines) {
    const onSide = [...text].length >= 3 && box.height > box.width * ratio;
    characters += countHan(text);
    score += countHan(text) * confidence * (onSide ? 0.5 : 1);
  }
  return { characters, score };
}
