import { useQuery } from '@tanstack/react-query';
import { changeMaterialState, getMaterial, listLicenceTypes, type MaterialView } from '@tongban/server/src/modules/materials/contract.ts';
import { App, Button, Input, Modal, Tabs } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../shared/api.ts';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { formatDateTime } from '../../shared/format/dates.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { links } from '../../shared/links.ts';
import { Facts, Page, Panel } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { PageState } from '../../shared/page/PageState.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { useDictionaries } from '../../shared/use-dictionary.ts';
import { FilesPart } from './FilesPart.tsx';
import { MaterialEditor } from './MaterialEditor.tsx';
import { MaterialStateTag } from './MaterialStateTag.tsx';
import { PointsPart } from './PointsPart.tsx';
import { useRefresh } from './refresh.ts';
import { SubstitutionTable } from './SubstitutionTable.tsx';
import { text } from './text.ts';
import { UsesPart } from './UsesPart.tsx';
import './materials.css';

const words = text.detail;

/** One standard material: what it is, its forms and samples, its review points, who uses it, what stands for it. */
export function MaterialPage() {
  const { code = '' } = useParams();
  const material = useQuery({ queryKey: [getMaterial.id, code], queryFn: () => api.call(getMaterial, { params: { code } }) });
  return (
    <PageState query={material} lines={12}>
      {(data) => <Material key={data.id} material={data} />}
    </PageState>
  );
}

function Material({ material }: { material: MaterialView }) {
  const [filters, setFilters] = useFilters(['tab']);
  const refresh = useRefresh();
  const part = { material, onDone: refresh };
  return (
    <Page
      title={material.content.name}
      aside={
        <>
          <span className="number">{material.code}</span>　<MaterialStateTag state={material.state} />　{words.usedBy(material.itemCount)}
        </>
      }
      actions={<Actions {...part} />}
    >
      {material.mergedInto ? (
        <p className="materials__notice">
          {text.mergedInto} <Link to={links.material(material.mergedInto.code)}>{`${material.mergedInto.code} ${material.mergedInto.name}`}</Link>
        </p>
      ) : null}
      {material.state === 'retired' && material.stateReason ? <p className="materials__notice">{`${words.retireReason}：${material.stateReason}`}</p> : null}
      <div className="material">
        <Panel flush className="material__main">
          <Tabs
            activeKey={filters.tab ?? 'files'}
            onChange={(tab) => setFilters({ tab: tab === 'files' ? undefined : tab })}
            destroyOnHidden
            items={[
              { key: 'files', label: `${words.files}（${material.files.length}）`, children: <FilesPart {...part} /> },
              { key: 'points', label: `${words.points}（${material.points.length}）`, children: <PointsPart {...part} /> },
              { key: 'uses', label: `${words.uses}（${material.itemCount}）`, children: <UsesPart material={material} /> },
              { key: 'substitutions', label: words.substitutions, children: <SubstitutionTable material={material} /> },
            ]}
          />
        </Panel>
        <Content material={material} />
      </div>
    </Page>
  );
}

function Content({ material: { content, merged, ...material } }: { material: MaterialView }) {
  const nameOf = useDictionaries(['material-type', 'material-form', 'material-necessity', 'material-source']);
  const types = useQuery({ queryKey: [listLicenceTypes.id], queryFn: () => api.call(listLicenceTypes, {}) }).data?.types ?? [];
  const fields = text.fields;
  const facts = [
    { label: fields.kind, value: text.kinds[content.kind] },
    { label: fields.aliases, value: content.aliases.join('、') },
    { label: fields.type, value: nameOf('material-type', content.type) },
    { label: fields.form, value: nameOf('material-form', content.form) },
    { label: fields.necessity, value: nameOf('material-necessity', content.necessity) },
    { label: fields.source, value: nameOf('material-source', content.source) },
    { label: fields.sourceExplanation, value: content.sourceExplanation },
    { label: fields.issuingAuthority, value: content.issuingAuthority },
    { label: fields.pageFormat, value: content.pageFormat },
    { label: fields.sensitive, value: content.sensitive ? text.yes : text.no },
    { label: fields.licenceTypes, value: content.licenceTypes.map((code) => types.find((type) => type.code === code)?.name ?? code).join('、') },
    { label: fields.acceptanceStandard, value: content.acceptanceStandard },
    { label: fields.fillingInstructions, value: content.fillingInstructions },
    { label: text.mergedCodes, value: merged.map(({ code, name }) => `${code} ${name}`).join('、') },
    { label: words.createdBy, value: `${material.createdByName}　${formatDateTime(material.createdAt)}` },
    { label: words.updatedBy, value: `${material.updatedByName}　${formatDateTime(material.updatedAt)}` },
  ];
  return (
    <Panel title={words.content} className="material__side">
      <Facts items={facts.filter(({ value }) => value)} />
    </Panel>
  );
}

function Actions({ material, onDone }: { material: MaterialView; onDone: () => void }) {
  const { message } = App.useApp();
  const [editing, setEditing] = useState(false);
  const [retiring, setRetiring] = useState(false);
  const [reason, setReason] = useState('');
  const { run, busy, problem, clear } = useAction(changeMaterialState);
  const { abilities, id, revision } = material;
  const missing = useMissing({ 'retire-reason': reason.trim() === '' && sharedText.missing.write(words.retireReason) });
  const change = (action: 'activate' | 'retire') => {
    void run({ params: { materialId: id }, body: { revision, action, ...(action === 'retire' ? { reason } : {}) } }, () => {
      setRetiring(false);
      void message.success(action === 'activate' ? words.activated : words.retired);
      onDone();
    });
  };
  return (
    <>
      {abilities.retire ? <Button onClick={() => setRetiring(true)}>{text.retire}</Button> : null}
      {abilities.edit ? <Button onClick={() => setEditing(true)}>{text.edit}</Button> : null}
      {abilities.activate ? (
        <PrimaryButton loading={busy} onPress={() => change('activate')}>
          {text.activate}
        </PrimaryButton>
      ) : null}
      {problem && !retiring ? (
        <div className="materials__problem">
          <ProblemAlert problem={problem} onRefresh={onDone} onClose={clear} />
        </div>
      ) : null}
      <Modal
        open={retiring}
        title={words.retireTitle}
        okText={text.retire}
        cancelText={text.cancel}
        confirmLoading={busy}
        okButtonProps={{ danger: true }}
        onOk={() => { if (missing.check()) change('retire'); }}
        onCancel={() => setRetiring(false)}
      >
        <p className="muted">{words.retireLead}</p>
        <ProblemAlert problem={problem} onRefresh={onDone} />
        <label htmlFor="retire-reason">{words.retireReason}</label>
        <Input.TextArea id="retire-reason" rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        <Lack text={missing.of('retire-reason')} />
      </Modal>
      {editing ? (
        <MaterialEditor
          material={material}
          onClose={() => setEditing(false)}
          onRefresh={onDone}
          onDone={() => {
            setEditing(false);
            onDone();
          }}
        />
      ) : null}
    </>
  );
}
