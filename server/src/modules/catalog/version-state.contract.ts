import { Code, type Static } from '@tongban/contract-kit';

/** draft 草稿 → in-review 审核中 → approved 审核通过 → published 已发布 → superseded 已被替代; retired 已取消. */
export const versionStates = ['draft', 'in-review', 'approved', 'published', 'superseded', 'retired'] as const;
export const VersionState = Code(versionStates);
export type VersionState = Static<typeof VersionState>;
