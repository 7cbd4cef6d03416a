import { reviewBundleVersion, type BundleVersionView } from '@tongban/server/src/modules/bundles/contract.ts';
import { App } from 'antd';
import { ReviewDialog } from '../../../shared/review/ReviewDialog.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';

const words = text.review;

/** Decides the reader's step: passes a version on, or publishes it when it is the last, or gives it back, with an opinion. */
export function VersionReview({ version, onClose }: { version: BundleVersionView; onClose: () => void }) {
  const review = useAction(reviewBundleVersion);
  const refresh = useRefresh();
  const { message } = App.useApp();
  const step = version.review?.tasks.find(({ mine }) => mine)?.name;
  const warnings = version.findings.filter(({ severity }) => severity === 'warning').length;
  return (
    <ReviewDialog
      kept={`bundle.${version.versionId}.review`} title={step === undefined ? words.title : words.step(step)} usual={words.approveDefault} approve={words.approve}
      action={review} onRefresh={() => { refresh(); onClose(); }} onClose={onClose}
      onDecide={(decision, opinion, forget) => {
        void review.run({ params: { versionId: version.versionId }, body: { revision: version.revision, decision, opinion } }, ({ state }) => {
          forget();
          void message.success(decision === 'return' ? words.done.return : state === 'published' ? words.done.published : words.done.passedOn);
          refresh();
          onClose();
        });
      }}
    >
      <p className="muted">{words.lead}</p>
      {warnings > 0 || version.openComments > 0 ? <p>{[warnings > 0 ? words.warnings(warnings) : '', version.openComments > 0 ? words.openComments(version.openComments) : ''].join('')}</p> : null}
    </ReviewDialog>
  );
}
