import type { Problem } from '@tongban/contract-kit';
import { listUnmapped, type MappingLine, type UnmappedGroup } from '@tongban/server/src/modules/materials/contract.ts';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { problemOf } from '../../shared/api.ts';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { useListed } from '../../shared/list/use-listed.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { readUses, type UnmappedQuery } from './mapping-data.ts';
import { MaterialPicker } from '../../shared/items/MaterialPicker.tsx';
import { text } from './text.ts';

const words = text.mapping;
const pickId = (nameKey: string | undefined): string => `unmapped-${nameKey ?? ''}`;

/** Chosen standard code by comparable name. */
type Targets = Readonly<Record<string, { id: string; code: string; name: string } | undefined>>;

/** Names without a code, each with what it may be; several are mapped at once. */
export function UnmappedNames({ query, onReset, onPreview }: { query: UnmappedQuery; onReset: (() => void) | undefined; onPreview: (lines: readonly MappingLine[]) => void }) {
  const [targets, setTargets] = useState<Targets>({});
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<{ busy: boolean; problem: Problem | undefined }>({ busy: false, problem: undefined });
  const paged = useListed(listUnmapped, query);
  const targetOf = (row: UnmappedGroup) => {
    const [first] = row.suggestions;
    return row.nameKey in targets ? targets[row.nameKey] : first && { id: first.code, code: first.code, name: first.name };
  };
  const choose = (key: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, key] : [...before].filter((one) => one !== key)));
  const rows = paged.rows.filter(({ nameKey }) => chosen.has(nameKey));
  const ready = rows.filter((row) => targetOf(row) !== undefined);
  const firstPick = pickId((rows[0] ?? paged.rows[0])?.nameKey);
  const lack = rows.length > ready.length ? words.pick : rows.length === 0 && words.needNames;
  const missing = useMissing({ [firstPick]: lack });
  const preview = async () => {
    if (!missing.check()) return;
    setState({ busy: true, problem: undefined });
    try {
      const lines: MappingLine[] = [];
      for (const row of ready) {
        const standardCode = targetOf(row)?.code ?? '';
        lines.push(...(await readUses(row.nameKey, query.departmentId)).map((use) => ({ ...use, standardCode })));
      }
      setState({ busy: false, problem: undefined });
      setChosen(new Set());
      onPreview(lines);
    } catch (error) {
      setState({ busy: false, problem: problemOf(error) });
    }
  };
  const columns: Column<UnmappedGroup>[] = [
    {
      key: 'choose',
      title: '',
      width: '2.5rem',
      render: (row) => (
        <Checkbox id={pickId(row.nameKey)} aria-label={row.names[0]} checked={chosen.has(row.nameKey)} onChange={(event) => choose(row.nameKey, event.target.checked)} />
      ),
    },
    {
      key: 'name',
      title: words.columns.name,
      wrap: true,
      render: (row) => (
        <>
          <span className="list__strong">{row.names[0]}</span>
          {row.names.length > 1 ? <span className="faint small">　{row.names.slice(1).join('、')}</span> : null}
        </>
      ),
    },
    { key: 'items', title: words.columns.items, width: '5rem', align: 'right', render: (row) => <span className="number">{row.itemCount}</span> },
    { key: 'departments', title: words.columns.departments, width: '5rem', align: 'right', render: (row) => <span className="number">{row.departmentCount}</span> },
    {
      key: 'target',
      title: words.columns.target,
      width: '30rem',
      render: (row) => (
        <span className="materials__target">
          <MaterialPicker
            label={`${words.choose}：${row.names[0] ?? ''}`}
            value={targetOf(row)}
            suggestions={row.suggestions.map(({ code, name }) => ({ id: code, code, name }))}
            onChange={(material) => {
              setTargets((before) => ({ ...before, [row.nameKey]: material }));
              choose(row.nameKey, material !== undefined);
            }}
          />
          <span className="faint small">{row.suggestions[0] && !(row.nameKey in targets) ? words.grounds[row.suggestions[0].ground] : ''}</span>
        </span>
      ),
    },
  ];
  return (
    <>
      <ProblemAlert problem={state.problem} onClose={() => setState({ busy: false, problem: undefined })} />
      <div className="materials__tools">
        <PrimaryButton
          loading={state.busy}
          onPress={() => {
            void preview();
          }}
        >
          {words.preview}
        </PrimaryButton>
        <Button onClick={() => setChosen(new Set(paged.rows.filter(({ suggestions }) => suggestions.length > 0).map(({ nameKey }) => nameKey)))}>{words.chooseSuggested}</Button>
        {missing.of(firstPick) ? <Lack text={missing.of(firstPick)} /> : <span className="muted">{rows.length > ready.length ? words.pick : words.chosen(ready.length)}</span>}
      </div>
      <ListFrame
        label={words.tabs.names}
        columns={columns}
        rowKey={(row) => row.nameKey}
        paged={paged}
        minWidth="60rem"
        empty={words.empty}
        onReset={onReset}
      />
    </>
  );
}
