import { describe, expect, it } from 'vitest';
import { checkBundle } from '../../modules/bundles/index.ts';
import { seedItems, toItemElements, widerItems } from '../content/index.ts';
import { claimedOnly, configuredBundles } from './configured-bundles.ts';
import { bundleEntries } from './national-lists.ts';

const items = new Map([...seedItems, ...widerItems].map((item) => [item.key, item]));

describe('示范的一件事（BDL-01）', () => {
  it('目录二十条以上，编码不重复，每一条有牵头部门；2024年度第一批十三件齐全', () => {
    expect(bundleEntries.length).toBeGreaterThanOrEqual(20);
    expect(new Set(bundleEntries.map(({ code }) => code)).size).toBe(bundleEntries.length);
    expect(bundleEntries.filter(({ leadDepartmentName }) => leadDepartmentName === undefined)).toEqual([]);
    expect(bundleEntries.filter(({ batch }) => batch === '2024年度第一批')).toHaveLength(13);
  });

  it('认领和配置的都在目录里，没有一条两处认领', () => {
    const codes = [...configuredBundles.map(({ code }) => code), ...claimedOnly.map(([code]) => code)];
    expect(codes.filter((code) => !bundleEntries.some((entry) => entry.code === code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each(configuredBundles.map((bundle) => [bundle.code, bundle] as const))('%s 的配置：每条回答路径都走得通', (code, { content, published }) => {
    const versions = new Map(content.items.map(({ key }) => {
      const item = items.get(key);
      if (!item) throw new Error(key);
      return [key, { versionId: key, elements: toItemElements(item, (department) => `organization-of-${department}`) }];
    }));
    const title = bundleEntries.find((entry) => entry.code === code)?.name ?? '';
    const errors = checkBundle(title, { ...content, items: content.items.map((item) => ({ ...item, itemId: item.key, name: item.key })) }, versions).filter(({ severity, rule }) => severity === 'error' || (published && rule === 'bundle-open-question'));
    expect(errors.map(({ message }) => message)).toEqual([]);
  });
});
