import type { Problem } from '@tongban/contract-kit';
import { replaceExpiredPassword, type SignInStep } from '@tongban/server/src/kernel/identity/contract.ts';
import { Button, Form, Input } from 'antd';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text } from './text.ts';
import { usePlainAction } from './use-plain-action.ts';

interface ChangePasswordStepProps {
  challenge: string;
  onNext: (step: SignInStep) => void;
  onRefused: (problem: Problem) => void;
  onBack: () => void;
}

interface Passwords { fresh: string; repeat: string }

/** Replaces an initial or expired password during sign-in. */
export function ChangePasswordStep({ challenge, onNext, onRefused, onBack }: ChangePasswordStepProps) {
  const [replace, { busy, problem }] = usePlainAction(replaceExpiredPassword, onRefused);
  return (
    <Form<Passwords> layout="vertical" requiredMark={false} onFinish={({ fresh }) => { void replace({ body: { challenge, newPassword: fresh } }, onNext); }}>
      <h2 className="sign-in__step">{text.change.title}</h2>
      <p className="sign-in__lead">{text.change.lead}</p>
      <ProblemAlert problem={problem} labels={{ newPassword: text.change.fresh }} />
      <Form.Item name="fresh" label={text.change.fresh} extra={text.change.rule} rules={[{ required: true, message: text.required.fresh }]}>
        <Input.Password autoComplete="new-password" autoFocus maxLength={128} />
      </Form.Item>
      <Form.Item
        name="repeat" label={text.change.repeat} dependencies={['fresh']}
        rules={[({ getFieldValue }) => ({ validator: async (_rule, value) => { if (value !== getFieldValue('fresh')) throw new Error(text.change.mismatch); } })]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={busy}>{text.change.submit}</Button>
      <Button type="link" block onClick={onBack} className="sign-in__back">{text.back}</Button>
    </Form>
  );
}
