import { defineOperation, Id, Text, Type, type Static } from '@tongban/contract-kit';
import { ReviewComment } from '../../kernel/reviews/contract.ts';

/** A remark on one part of a version of a bundle (BDL-01); `path` is e.g. `questions.sign`, `label` what people call it. */
export const BundleComment = Type.Object({ ...ReviewComment.properties, label: Type.String() });
export type BundleComment = Static<typeof BundleComment>;

const versionParams = Type.Object({ versionId: Id });

export const listBundleComments = defineOperation({
  id: 'bundles.list-comments', method: 'GET', path: '/api/v1/bundle-versions/:versionId/comments', permission: 'bundles.bundle.view',
  summary: '一个版本的逐项批注', params: versionParams, response: Type.Object({ comments: Type.Array(BundleComment) }),
});

export const addBundleComment = defineOperation({
  id: 'bundles.add-comment', method: 'POST', path: '/api/v1/bundle-versions/:versionId/comments', permission: 'bundles.bundle.comment', status: 204,
  summary: '对配置的一处批注，或回复一条批注', params: versionParams,
  body: Type.Object({ path: Text(200, { minLength: 1 }), text: Text(1000, { minLength: 1 }), threadId: Type.Optional(Id) }),
});

export const resolveBundleComment = defineOperation({
  id: 'bundles.resolve-comment', method: 'POST', path: '/api/v1/bundle-versions/:versionId/comments/:commentId/resolve', permission: 'bundles.bundle.comment',
  status: 204, summary: '把一条批注标为已处理，或重新打开', params: Type.Object({ versionId: Id, commentId: Id }), body: Type.Object({ resolved: Type.Boolean() }),
});
