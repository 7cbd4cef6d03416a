import type { StaffAccount } from '@tongban/server/src/kernel/identity/contract.ts';
import { assignPosts, renameStaff } from '@tongban/server/src/kernel/organization/contract.ts';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import { lacksOfPlace, PlaceFields, type Place } from './PlaceFields.tsx';
import { useRefreshAccounts } from './use-refresh-accounts.ts';

const words = text.accounts;

/** Moves an officer to another organisation or other posts from today on; brings back who had left. */
export function MoveForm({ account }: { account: StaffAccount }) {
  const { message } = App.useApp();
  const refresh = useRefreshAccounts();
  const before: Place = { organizationId: account.organization.id, postCodes: account.posts.map(({ code }) => code) };
  const [place, setPlace] = useState(before);
  const { run, busy, problem } = useAction(assignPosts);
  const changed = JSON.stringify(place) !== JSON.stringify(before);
  const missing = useMissing(lacksOfPlace(place));
  function submit() {
    if (!missing.check() || !place.organizationId) return;
    void run({ params: { staffId: account.staffId }, body: { organizationId: place.organizationId, postCodes: place.postCodes } }, () => {
      void message.success(words.move.done);
      refresh();
    });
  }
  return (
    <section>
      <h3 className="section-title">{words.move.title}</h3>
      <p className="muted accounts__lead">{words.move.lead}</p>
      <ProblemAlert problem={problem} labels={words.labels} onRefresh={refresh} />
      <Form layout="vertical" requiredMark={false} onFinish={submit}>
        <PlaceFields place={place} missing={missing} onChange={setPlace} />
        <Button htmlType="submit" loading={busy} disabled={!changed}>
          {words.move.submit}
        </Button>
      </Form>
    </section>
  );
}

/** Corrects a name that was typed wrong. */
export function RenameForm({ account }: { account: StaffAccount }) {
  const { message } = App.useApp();
  const refresh = useRefreshAccounts();
  const [name, setName] = useState(account.name);
  const { run, busy, problem } = useAction(renameStaff);
  function submit() {
    void run({ params: { staffId: account.staffId }, body: { name: name.trim() } }, () => {
      void message.success(words.rename.done);
      refresh();
    });
  }
  return (
    <section>
      <h3 className="section-title">{words.rename.title}</h3>
      <p className="muted accounts__lead">{words.rename.lead}</p>
      <ProblemAlert problem={problem} labels={words.labels} />
      <Form layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item label={words.form.name} htmlFor="rename-name">
          <Input id="rename-name" value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
        </Form.Item>
        <Button htmlType="submit" loading={busy} disabled={name.trim() === '' || name.trim() === account.name}>
          {words.rename.submit}
        </Button>
      </Form>
    </section>
  );
}
