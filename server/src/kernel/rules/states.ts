import type { VersionState } from './contract.ts';

export const versionStateLabels: Readonly<Record<VersionState, string>> = { draft: '草稿', published: '已发布', superseded: '已被取代' };
