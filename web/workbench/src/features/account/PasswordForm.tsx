import { useQueryClient } from '@tanstack/react-query';
import { changePassword, listSessions } from '@tongban/server/src/kernel/identity/contract.ts';
import { App, Button, Form, Input } from 'antd';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.password;
interface Typed { current: string; fresh: string; repeat: string }

/** Changes the password; the other sign-ins end with it. */
export function PasswordForm() {
  const [form] = Form.useForm<Typed>();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { run, busy, problem } = useAction(changePassword);
  const required = (label: string) => [{ required: true, message: sharedText.missing.write(label) }];
  return (
    <Form<Typed>
      form={form} layout="vertical" requiredMark={false} className="account__password" scrollToFirstError={{ focus: true }}
      onFinish={({ current, fresh }) => {
        void run({ body: { currentPassword: current, newPassword: fresh } }, () => {
          form.resetFields();
          void message.success(words.done);
          void client.invalidateQueries({ queryKey: [listSessions.id] });
        });
      }}
    >
      <ProblemAlert problem={problem} labels={{ currentPassword: words.current, newPassword: words.fresh }} />
      <Form.Item name="current" label={words.current} rules={required(words.current)}><Input.Password autoComplete="current-password" maxLength={128} /></Form.Item>
      <Form.Item name="fresh" label={words.fresh} rules={required(words.fresh)} extra={words.rule}><Input.Password autoComplete="new-password" maxLength={128} /></Form.Item>
      <Form.Item
        name="repeat" label={words.repeat} dependencies={['fresh']}
        rules={[({ getFieldValue }) => ({ validator: async (_rule, value) => { if (value !== getFieldValue('fresh')) throw new Error(words.mismatch); } })]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>{words.submit}</Button>
    </Form>
  );
}
