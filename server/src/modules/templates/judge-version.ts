import type { Context } from '../../kernel/context.ts';
import { checkTemplate, findTemplateKind, renderDocument, SAMPLE_DATA, vocabularyWith, type DocumentData, type TemplateProblem } from '../../kernel/documents/index.ts';
import { AppError } from '../../kernel/errors/index.ts';
import { checkMessage, findMessageKind, type MessageDefinition, type MessageKind } from '../../kernel/messaging/index.ts';
import type { ApplicationVocabulary, DocumentDefinition, TemplateContent } from './contract.ts';
import { fail } from './errors.ts';
import { readApplicationVocabulary } from './queries/application-vocabulary.ts';

/** What is wrong with a template of a kind, for an item or for all. @throws templates.unknown-kind */
export async function judgeTemplate(ctx: Context, content: DocumentDefinition, itemId: string | null): Promise<{ problems: TemplateProblem[]; application: ApplicationVocabulary }> {
  const kind = findTemplateKind(content.code);
  if (!kind) throw fail('templates.unknown-kind');
  const application = await readApplicationVocabulary(ctx, content.code, itemId);
  return { problems: checkTemplate(content, { parts: kind.parts, vocabulary: vocabularyWith(kind, application) }), application };
}

/** What is wrong with the texts of a message, and what they may use. @throws templates.unknown-kind */
export async function judgeMessage(ctx: Context, content: MessageDefinition): Promise<{ problems: TemplateProblem[]; words: MessageKind }> {
  const words = await findMessageKind(ctx.kernel.db, content.code);
  if (!words) throw fail('templates.unknown-kind');
  return { problems: checkMessage(content, words), words };
}

/** Invented but complete data for a template, the application's fields included. */
export function sampleData({ fields, lists }: ApplicationVocabulary): DocumentData {
  const names = fields.map(({ path, label }) => [path.slice(path.indexOf('.') + 1), `（${label}）`] as const);
  const rows = lists.map(({ path, columns }) => [path.slice(path.indexOf('.') + 1), [Object.fromEntries(columns.map((column) => [column.path, `（${column.label}）`]))]] as const);
  return { ...SAMPLE_DATA, application: Object.fromEntries([...names, ...rows]) };
}

/** Most pages of a document made of sample data; a real one may be longer. */
const mostPages = 20;

/** Makes the PDF of a template from sample data, unsealed. @throws templates.not-shown, documents.missing-glyph and the other refusals of rendering */
export async function renderSample(ctx: Context, content: DocumentDefinition, itemId: string | null): Promise<Buffer> {
  const { problems, application } = await judgeTemplate(ctx, content, itemId);
  refuseFaults(problems);
  return renderDocument(content, sampleData(application), { createdAt: ctx.kernel.clock.now(), watermark: '预览' });
}

/** Refuses what would not be a document: faults that the check found. @throws templates.not-shown */
export function refuseFaults(problems: readonly TemplateProblem[]): void {
  // What only the law asks for can be looked at.
  const faults = problems.filter(({ severity, code }) => severity === 'error' && code !== 'statutory-part' && code !== 'no-signature');
  const [first] = faults;
  if (first) throw fail('templates.not-shown', { count: faults.length, first: first.message }, { issues: faults.slice(0, 50).map(({ path, code, message }) => ({ path: path ?? 'content', code, message })) });
}

interface Obstacle { path: string; code: string; message: string }

function obstaclesOf(problems: readonly TemplateProblem[]): Obstacle[] {
  return problems.filter(({ severity }) => severity === 'error').map(({ path, code, message }) => ({ path: path ?? 'content', code, message }));
}

/** Why a template cannot be published as it is: what the check found, and of a document what cannot be printed. */
export async function findObstacles(ctx: Context, content: TemplateContent, itemId: string | null): Promise<Obstacle[]> {
  if (content.kind === 'message') return obstaclesOf((await judgeMessage(ctx, content)).problems);
  const { problems, application } = await judgeTemplate(ctx, content, itemId);
  const obstacles = obstaclesOf(problems);
  if (obstacles.length > 0) return obstacles;
  try {
    const pdf = await renderDocument(content, sampleData(application), { createdAt: ctx.kernel.clock.now() });
    const pages = [...pdf.toString('latin1').matchAll(/\/Type \/Page\n/g)].length;
    return pages > mostPages ? [{ path: 'content', code: 'too-long', message: `用示例内容制作出来有 ${pages} 页，最多 ${mostPages} 页；请精简。` }] : [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ path: 'content', code: error.code, message: `${error.title}。${error.detail ?? ''}` }];
  }
}
