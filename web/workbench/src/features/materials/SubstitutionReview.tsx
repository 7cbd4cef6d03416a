import { reviewSubstitution, type Substitution } from '@tongban/server/src/modules/materials/contract.ts';
import { Button, Input, Modal } from 'antd';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { Facts } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useTyped } from '../../shared/typed/use-typed.ts';
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
  const [opinion, setOpinion, forget] = useTyped(`substitution.${rule.id}.review`, words.approveDefault);
  const { run, busy, problem } = useAction(reviewSubstitution);
  const missing = useMissing({ 'substitution-opinion': opinion.trim().length < 2 && sharedText.missing.write(words.opinion) });
  const decide = (decision: 'approve' | 'return') => {
    if (!missing.check()) return;
    void run({ params: { substitutionId: rule.id }, body: { revision: rule.revision, decision, opinion: opinion.trim() } }, () => {
      forget();
      onDone(decision === 'approve' ? 'approved' : 'returned');
    });
  };
  return (
    <Modal
      open
      title={words.review}
      width={600}
      onCancel={onClose}
      footer={[
        <Button key="return" danger disabled={busy} onClick={() => decide('return')}>
          {words.return}
        </Button>,
        <Button key="approve" type="primary" loading={busy} onClick={() => decide('approve')}>
          {words.approve}
        </Button>,
      ]}
    >
      <ProblemAlert problem={problem} onRefresh={onRefresh} />
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
      <label htmlFor="substitution-opinion">{words.opinion}</label>
      <Input.TextArea id="substitution-opinion" rows={3} maxLength={500} value={opinion} onChange={(event) => setOpinion(event.target.value)} />
      <Lack text={missing.of('substitution-opinion')} />
    </Modal>
  );
}
