import { useQuery, useQueryClient } from '@tanstack/react-query';
import { assignRole, listRoleAssignments, scopeKinds } from '@tongban/server/src/kernel/access/contract.ts';
import { listOrganizations, listStaff } from '@tongban/server/src/kernel/organization/contract.ts';
import { App, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { organizationOptions, organizationSearch } from '../../../shared/organization-options.ts';
import { api } from '../../../shared/api.ts';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { RegionPicker } from '../../../shared/RegionPicker.tsx';
import { StaffPicker } from '../../../shared/staff/StaffPicker.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import { useRoles } from './use-roles.ts';

type ScopeKind = (typeof scopeKinds)[number];
interface Choice { staffId?: string | undefined; roleCode?: string; kind: ScopeKind; regionCode?: string | undefined; organizationId?: string }

const words = text.roles;

/** Gives an officer a role over a range of data. */
export function AssignDialog({ open, staffId, onClose }: { open: boolean; staffId: string | undefined; onClose: () => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const roles = useRoles().data ?? [];
  const organizations = useQuery({ queryKey: [listOrganizations.id, {}], queryFn: async () => api.call(listOrganizations, { query: {} }), enabled: open }).data?.items ?? [];
  const [choice, setChoice] = useState<Choice>({ kind: 'organization' });
  const { run, busy, problem, clear } = useAction(assignRole);
  const chosen = { ...choice, staffId: choice.staffId ?? staffId };
  const change = (part: Partial<Choice>) => setChoice((before) => ({ ...before, ...part }));
  const missing = useMissing({
    'assign-staff': !chosen.staffId && sharedText.missing.choose(words.form.staff),
    'assign-role': !chosen.roleCode && sharedText.missing.choose(words.form.role),
    'assign-organization': chosen.kind === 'organization' && !chosen.organizationId && sharedText.missing.choose(words.form.organization),
    'assign-region': chosen.kind === 'region' && !chosen.regionCode && sharedText.missing.choose(words.form.region),
  });
  const close = () => { clear(); setChoice({ kind: 'organization' }); onClose(); };

  function send() {
    if (!missing.check() || !chosen.staffId || !chosen.roleCode) return;
    const scope = {
      kind: chosen.kind, ...(chosen.kind === 'region' && chosen.regionCode ? { regionCode: chosen.regionCode } : {}),
      ...(chosen.kind === 'organization' && chosen.organizationId ? { organizationId: chosen.organizationId } : {}),
    };
    void run({ body: { staffId: chosen.staffId, roleCode: chosen.roleCode, scope } }, () => {
      void message.success(words.assigned);
      void client.invalidateQueries({ queryKey: [listRoleAssignments.id] });
      void client.invalidateQueries({ queryKey: [listStaff.id] });
      close();
    });
  }
  return (
    <Modal
      open={open} title={words.assign} okText={words.form.confirm} cancelText={sharedText.confirm.cancel} confirmLoading={busy} width={520}
      onOk={send} onCancel={close} destroyOnHidden
    >
      <p className="muted" style={{ marginBottom: '0.75rem' }}>{words.form.separation}</p>
      <ProblemAlert problem={problem} />
      <Form layout="vertical">
        <Form.Item label={words.form.staff} htmlFor="assign-staff" required {...missing.item('assign-staff')}><StaffPicker id="assign-staff" value={chosen.staffId} onChange={(next) => change({ staffId: next })} /></Form.Item>
        <Form.Item label={words.form.role} htmlFor="assign-role" required {...missing.item('assign-role')}>
          <Select id="assign-role" value={chosen.roleCode ?? null} onChange={(roleCode: string | null) => { if (roleCode) change({ roleCode }); }} options={roles.map(({ code, name }) => ({ value: code, label: name }))} />
        </Form.Item>
        <Form.Item label={words.form.scope} htmlFor="assign-scope" extra={words.scopeHint[chosen.kind]}>
          <Select<ScopeKind> id="assign-scope" value={chosen.kind} onChange={(kind) => change({ kind })} options={scopeKinds.map((kind) => ({ value: kind, label: words.scopes[kind] }))} />
        </Form.Item>
        {chosen.kind === 'organization' ? (
          <Form.Item label={words.form.organization} htmlFor="assign-organization" required {...missing.item('assign-organization')}>
            <Select
              id="assign-organization" showSearch={organizationSearch} value={chosen.organizationId ?? null} onChange={(id: string | null) => { if (id) change({ organizationId: id }); }}
              options={organizationOptions(organizations)}
            />
          </Form.Item>
        ) : null}
        {chosen.kind === 'region' ? (
          <Form.Item label={words.form.region} htmlFor="assign-region" required {...missing.item('assign-region')}>
            <RegionPicker id="assign-region" value={chosen.regionCode} placeholder={words.form.pickRegion} onChange={(regionCode) => change({ regionCode })} />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  );
}
