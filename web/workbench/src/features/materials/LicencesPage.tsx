import { useQuery } from '@tanstack/react-query';
import { listLicenceTypes, listMaterials, setLicenceTypes, type MappedLicenceType, type MaterialSummary } from '@tongban/server/src/modules/materials/contract.ts';
import { App, Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { links } from '../../shared/links.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { Panel } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { MaterialsFrame } from './MaterialsFrame.tsx';
import { useRefresh } from './refresh.ts';
import { text } from './text.ts';

const words = text.licences;

const typeColumns: readonly Column<MappedLicenceType>[] = [
  {
    key: 'type',
    title: words.columns.type,
    render: (row) => (
      <>
        <span className="list__strong">{row.name}</span>　{row.materials.length === 0 ? <Tag tone="warning">{words.unmapped}</Tag> : null}
      </>
    ),
  },
  { key: 'holder', title: words.columns.holder, width: '7rem', render: (row) => text.substitution.holders[row.holderKind] },
  {
    key: 'materials',
    title: words.columns.materials,
    wrap: true,
    render: (row) => (
      <span className="materials__links">
        {row.materials.map(({ code, name }) => (
          <Link key={code} to={links.material(code)}>{`${code} ${name}`}</Link>
        ))}
      </span>
    ),
  },
];

/** 材料与证照目录映射: licence types without a material, and materials that the government issues without a licence type. */
export function LicencesPage() {
  const types = useQuery({ queryKey: [listLicenceTypes.id], queryFn: () => api.call(listLicenceTypes, {}) });
  const [chosen, setChosen] = useState<MaterialSummary>();
  const mayEdit = useHolds('materials.material.edit');
  const refresh = useRefresh();
  const all = types.data?.types ?? [];
  const unmapped = { source: '20', state: 'active' as const, withLicenceType: false };
  const paged = useListed(listMaterials, unmapped);
  const [title, detail] = words.emptyMaterials;
  const columns: Column<MaterialSummary>[] = [
    {
      key: 'name',
      title: text.columns.name,
      wrap: true,
      render: (row) => (
        <>
          <Link to={links.material(row.code)}>{row.name}</Link> <span className="faint number small">{row.code}</span>
        </>
      ),
    },
    { key: 'authority', title: text.columns.authority, width: '10rem', wrap: true, render: (row) => row.issuingAuthority ?? text.none },
    { key: 'uses', title: text.columns.uses, width: '5.5rem', align: 'right', render: (row) => <span className="number">{row.itemCount}</span> },
    {
      key: 'set',
      title: '',
      width: '8rem',
      render: (row) => (mayEdit ? <Button size="small" onClick={() => setChosen(row)}>{words.set}</Button> : null),
    },
  ];
  return (
    <MaterialsFrame section="licences" aside={types.data ? words.typeCount(all.filter(({ materials }) => materials.length === 0).length, all.length) : null}>
      <div className="materials__halves">
        <Panel flush title={words.types}>
          <QueryState query={types}>
            {(data) => <ListTable label={words.types} columns={typeColumns} rows={data.types} rowKey={(row) => row.code} empty={<Empty title={title ?? ''}>{detail}</Empty>} />}
          </QueryState>
        </Panel>
        <Panel flush title={words.materials}>
          <ListTable label={words.materials} columns={columns} rows={paged.rows} rowKey={(row) => row.id} paged={paged} empty={<Empty title={title ?? ''}>{detail}</Empty>} />
        </Panel>
      </div>
      {chosen ? (
        <SetDialog
          material={chosen}
          types={all}
          onClose={() => setChosen(undefined)}
          onDone={() => {
            setChosen(undefined);
            refresh();
          }}
        />
      ) : null}
    </MaterialsFrame>
  );
}

interface SetDialogProps {
  material: MaterialSummary;
  types: readonly MappedLicenceType[];
  onClose: () => void;
  onDone: () => void;
}

function SetDialog({ material, types, onClose, onDone }: SetDialogProps) {
  const { message } = App.useApp();
  const [codes, setCodes] = useState<string[]>(material.licenceTypes);
  const { run, busy, problem } = useAction(setLicenceTypes);
  const missing = useMissing({ 'material-licences': codes.length === 0 && sharedText.missing.choose(words.columns.type) });
  return (
    <Modal
      open
      title={words.setTitle}
      okText={text.save}
      cancelText={text.cancel}
      confirmLoading={busy}
      onOk={() => {
        if (!missing.check()) return;
        void run({ params: { materialId: material.id }, body: { revision: material.revision, licenceTypes: codes } }, () => {
          void message.success(words.saved);
          onDone();
        });
      }}
      onCancel={onClose}
    >
      <p>
        {material.name} <span className="faint number">{material.code}</span>
      </p>
      <ProblemAlert problem={problem} onRefresh={onDone} />
      <Select
        id="material-licences"
        mode="multiple"
        maxCount={10}
        style={{ width: '100%' }}
        aria-label={words.columns.type}
        placeholder={words.columns.type}
        value={codes}
        showSearch={{ optionFilterProp: 'label' }}
        options={types.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={setCodes}
      />
      <Lack text={missing.of('material-licences')} />
    </Modal>
  );
}
