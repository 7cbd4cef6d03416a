import { useQuery } from '@tanstack/react-query';
import type { Static } from '@tongban/contract-kit';
import { getItemVersion, listVersionFiles, type ItemVersion, type ItemVersionLine } from '@tongban/server/src/modules/catalog/contract.ts';
import { Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import type { KeptFile } from '../../../shared/files/FileUploads.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { text } from '../text.ts';
import { useElementWords } from '../use-element-words.ts';
import { comparisonRows, type ComparisonRow } from './comparison-rows.ts';
import { diffWords } from './diff-words.ts';
import './comparison.css';

const words = text.differences;

interface ComparisonProps {
  version: ItemVersion;
  versions: readonly Static<typeof ItemVersionLine>[];
  against: string | undefined;
  onAgainst: (versionId: string) => void;
}

/** This version beside another one: only what differs or everything, each text word by word (CAT-02). */
export function Comparison({ version, versions, against, onAgainst }: ComparisonProps) {
  const [all, setAll] = useState(false);
  const others = versions.filter(({ versionId }) => versionId !== version.versionId);
  const chosen = others.find(({ versionId }) => versionId === against) ?? others.find(({ versionNumber }) => versionNumber < version.versionNumber) ?? others[0];
  const other = useQuery({
    queryKey: [getItemVersion.id, chosen?.versionId],
    enabled: chosen !== undefined,
    queryFn: () => api.call(getItemVersion, { params: { versionId: chosen?.versionId ?? '' } }),
  });
  if (!chosen) return <p className="version__note">{words.only}</p>;
  return (
    <div className="version__pad">
      <div className="comparison__bar">
        <label className="difference__against">
          {words.against}
          <Select
            size="small"
            value={chosen.versionId}
            style={{ width: 200 }}
            options={others.map((one) => ({ value: one.versionId, label: `${text.version(one.versionNumber)}　${text.states[one.state]}` }))}
            onChange={onAgainst}
          />
        </label>
        <Segmented
          size="small"
          value={all ? 'all' : 'differences'}
          options={[{ value: 'differences', label: words.onlyDifferences }, { value: 'all', label: words.everything }]}
          onChange={(next) => setAll(next === 'all')}
        />
      </div>
      <QueryState query={other}>
        {(data) => (
          <SideBySide
            before={data}
            after={version}
            titles={[text.version(data.versionNumber), text.version(version.versionNumber)]}
            all={all}
          />
        )}
      </QueryState>
    </div>
  );
}

/** The files that a version names; none until they are there. */
function useVersionFiles(versionId: string): readonly KeptFile[] {
  return useQuery({ queryKey: [listVersionFiles.id, versionId], queryFn: () => api.call(listVersionFiles, { params: { versionId } }) }).data?.files ?? [];
}

type Compared = Pick<ItemVersion, 'versionId' | 'elements'>;

function SideBySide({ before, after, titles, all }: { before: Compared; after: Compared; titles: readonly [string, string]; all: boolean }) {
  const rows = useMemo(() => comparisonRows(before.elements, after.elements), [before.elements, after.elements]);
  const write = useElementWords();
  const sides = { before: { elements: before.elements, files: useVersionFiles(before.versionId) }, after: { elements: after.elements, files: useVersionFiles(after.versionId) } };
  const describe = (side: 'before' | 'after', { path, [side]: value }: ComparisonRow) => (value === undefined ? '' : write(path, value, sides[side]));
  const shown = all ? rows : rows.filter(({ kind }) => kind !== 'same');
  if (shown.length === 0) return <p className="muted">{words.none}</p>;
  return (
    <table className="comparison">
      <thead>
        <tr>
          <th scope="col">{words.element}</th>
          <th scope="col">{titles[0]}</th>
          <th scope="col">{titles[1]}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <Line key={row.path} row={row} before={describe('before', row)} after={describe('after', row)} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ row, before, after }: { row: ComparisonRow; before: string; after: string }) {
  const stretches = useMemo(() => (row.kind === 'changed' ? diffWords(before, after) : []), [row.kind, before, after]);
  return (
    <tr className={`is-${row.kind}`}>
      <th scope="row">
        {row.label}
        {row.kind === 'same' ? null : <Tag tone={row.kind === 'changed' ? 'todo' : row.kind === 'added' ? 'done' : 'danger'}>{words.kinds[row.kind]}</Tag>}
      </th>
      {row.kind === 'changed' ? (
        <>
          <td>{stretches.map(({ text: part, kind }, at) => (kind === 'added' ? null : kind === 'removed' ? <del key={at}>{part}</del> : <span key={at}>{part}</span>))}</td>
          <td>{stretches.map(({ text: part, kind }, at) => (kind === 'removed' ? null : kind === 'added' ? <ins key={at}>{part}</ins> : <span key={at}>{part}</span>))}</td>
        </>
      ) : (
        <>
          <td>{row.kind === 'removed' ? <del>{before}</del> : before}</td>
          <td>{row.kind === 'added' ? <ins>{after}</ins> : after}</td>
        </>
      )}
    </tr>
  );
}
