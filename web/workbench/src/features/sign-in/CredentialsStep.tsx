import { signInStaff, type SignInStep } from '@tongban/server/src/kernel/identity/contract.ts';
import { Alert, Button, Form, Input } from 'antd';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { rememberAccountName } from './sign-in-state.ts';
import { text } from './text.ts';
import { usePlainAction } from './use-plain-action.ts';

interface Credentials { accountName: string; password: string }

/** Account and password. */
export function CredentialsStep({ initial, notice, onNext }: { initial: Credentials; notice: string | undefined; onNext: (step: SignInStep) => void }) {
  const [signIn, { busy, problem }] = usePlainAction(signInStaff);
  return (
    <Form<Credentials>
      layout="vertical" requiredMark={false} initialValues={initial}
      onFinish={({ accountName, password }) => {
        rememberAccountName(accountName.trim());
        void signIn({ body: { accountName: accountName.trim(), password } }, onNext);
      }}
    >
      {notice ? <Alert className="problem" type="info" showIcon title={notice} /> : null}
      <ProblemAlert problem={problem} />
      <Form.Item name="accountName" label={text.account} rules={[{ required: true, whitespace: true, message: text.required.account }]}>
        <Input autoComplete="username" autoFocus={!initial.accountName} maxLength={64} spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={text.password} rules={[{ required: true, message: text.required.password }]}>
        <Input.Password autoComplete="current-password" autoFocus={Boolean(initial.accountName) && !initial.password} maxLength={128} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={busy} autoFocus={Boolean(initial.password)} key={initial.accountName}>{text.next}</Button>
    </Form>
  );
}
