import { createHall } from '@tongban/server/src/modules/halls/configuration.contract.ts';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { links } from '../../../shared/links.ts';
import { OrganizationPicker } from '../../../shared/OrganizationPicker.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import '../halls.css';

const words = text.settings;

/** A new hall; its zones and windows are set afterwards. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const create = useAction(createHall);
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [organization, setOrganization] = useState<{ id: string; name: string }>();
  const missing = useMissing({ 'hall-name': name.trim() === '' && words.missing.name, 'hall-address': address.trim() === '' && words.missing.address, 'hall-organization': !organization && words.missing.organization });
  const send = () => {
    if (missing.check() && organization) void create.run({ body: { name: name.trim(), address: address.trim(), organizationId: organization.id } }, ({ hallId }) => void navigate(links.hallSettings(hallId)));
  };
  return (
    <Modal open title={words.createTitle} okText={words.create} cancelText={text.cancel} confirmLoading={create.busy} onOk={send} onCancel={onClose} width={480}>
      <div className="hall-form">
        <ProblemAlert problem={create.problem} />
        <label htmlFor="hall-name">{words.name}</label>
        <Input id="hall-name" value={name} maxLength={60} onChange={({ target }) => setName(target.value)} autoFocus />
        <Lack text={missing.of('hall-name')} />
        <label htmlFor="hall-address">{words.address}</label>
        <Input id="hall-address" value={address} maxLength={200} onChange={({ target }) => setAddress(target.value)} />
        <Lack text={missing.of('hall-address')} />
        <label htmlFor="hall-organization">{words.organization}</label>
        <OrganizationPicker id="hall-organization" value={organization?.id} onChange={setOrganization} />
        <Lack text={missing.of('hall-organization')} />
      </div>
    </Modal>
  );
}
