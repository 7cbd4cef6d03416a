import type { Context } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { findPublishedRuleSet, readRuleContent } from '../../../kernel/rules/index.ts';
import { findDefinition } from '../../../kernel/workflow/index.ts';
import { getPublishedItem, type PinnedVersion } from '../../catalog/index.ts';
import { getLicenceType, type LicenceType } from '../../licences/index.ts';
import type { SettingContent } from '../contract.ts';
import type { RulesInForce, Surroundings } from './check-setting.ts';

/** What answers to `code` as undefined instead of an error. */
async function orNone<T>(code: string, read: Promise<T>): Promise<T | undefined> {
  return read.catch((error: unknown) => {
    if (error instanceof AppError && error.code === code) return undefined;
    throw error;
  });
}

async function readRules(ctx: Context, code: string): Promise<RulesInForce | undefined> {
  const rules = code === '' ? undefined : await findPublishedRuleSet(ctx, code);
  return rules && { ...rules, content: await readRuleContent(ctx, rules.versionId) };
}

async function readLicenceTypes(ctx: Context, codes: readonly string[]): Promise<Map<string, LicenceType>> {
  const types = new Map<string, LicenceType>();
  for (const code of new Set(codes)) {
    const type = await orNone('licences.type-not-found', getLicenceType(ctx, code));
    if (type) types.set(code, type);
  }
  return types;
}

/** The version of an item that is offered now; undefined when none is. */
export function findPublishedVersion(ctx: Context, itemId: string): Promise<PinnedVersion | undefined> {
  return orNone('catalog.item-not-found', getPublishedItem(ctx, itemId));
}

/** The item, rules, process and licences that a setting names, as they are now. */
export async function readSurroundings(ctx: Context, itemId: string, content: SettingContent): Promise<Surroundings> {
  const [item, rules] = await Promise.all([findPublishedVersion(ctx, itemId), readRules(ctx, content.ruleSetCode)]);
  const handling = item?.elements.handling;
  const process = handling?.processKey === undefined ? undefined : (await findDefinition(ctx.kernel, handling.processKey, handling.processVersion))?.model;
  const named = content.inputs.filter(({ kind }) => kind === 'licence').map(({ source }) => source);
  const codes = [handling?.licenceTypeCode, content.finder?.licenceType, ...named].flatMap((code) => code ?? []);
  return { item, rules, process, licenceTypes: await readLicenceTypes(ctx, codes) };
}
