import { reviewSubstitution, type Substitution } from '@tongban/server/src/modules/materials/contract.ts';
import { Facts } from '../../shared/page/Page.tsx';
import { ReviewDialog } from '../../shared/review/ReviewDialog.tsx';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.substitution;

interface SubstitutionReviewProps {
  rule: Substitution;
  onClose: () => void;
  onDone: (decision: 'approved' | 'returned') => void;
  onRefresh: () => void;
}

/** Another person reads the whole rule and puts it in force or returns it. */
export function SubstitutionReview({ rule, onClose, onDone, onRefresh }: SubstitutionReviewProps) {
  const review = useAction(reviewSubstitution);
  return (
    <ReviewDialog
      kept={`substitution.${rule.id}.review`} usual={words.approveDefault} approve={words.approve} action={review} width={600} onRefresh={onRefresh} onClose={onClose}
      onDecide={(decision, opinion, forget) => {
        void review.run({ params: { substitutionId: rule.id }, body: { revision: rule.revision, decision, opinion } }, () => {
          forget();
          onDone(decision === 'approve' ? 'approved' : 'returned');
        });
      }}
    >
      <Facts
        items={[
          { label: words.fields.material, value: `${rule.material.name}（${rule.material.code}，${text.items(rule.itemCount)}）` },
          { label: words.fields.licence, value: rule.licenceTypeName },
          { label: words.columns.conditions, value: rule.conditions ?? words.always },
          { label: words.fields.basis, value: rule.terms.legalBasis },
          ...(rule.terms.explanation ? [{ label: words.fields.explanation, value: rule.terms.explanation }] : []),
          ...(rule.replacesId ? [{ label: words.detail, value: words.replaces }] : []),
        ]}
      />
    </ReviewDialog>
  );
}
