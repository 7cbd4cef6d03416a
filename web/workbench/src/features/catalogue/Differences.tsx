import { useQuery } from '@tanstack/react-query';
import type { Static } from '@tongban/contract-kit';
import { diffVersions, type ItemVersion, type ItemVersionLine } from '@tongban/server/src/modules/catalog/contract.ts';
import { Select } from 'antd';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { describeValue } from './describe-value.ts';
import { text } from './text.ts';

interface DifferencesProps {
  version: ItemVersion;
  versions: readonly Static<typeof ItemVersionLine>[];
  against: string | undefined;
  onAgainst: (versionId: string) => void;
}

/** This version against another one, element by element (CAT-02). */
export function Differences({ version, versions, against, onAgainst }: DifferencesProps) {
  const others = versions.filter(({ versionId }) => versionId !== version.versionId);
  const chosen =
    others.find(({ versionId }) => versionId === against) ?? others.find(({ versionNumber }) => versionNumber < version.versionNumber) ?? others[0];
  const differences = useQuery({
    queryKey: [diffVersions.id, version.versionId, version.revision, chosen?.versionId],
    enabled: chosen !== undefined,
    queryFn: () => api.call(diffVersions, { params: { versionId: version.versionId }, query: { against: chosen?.versionId ?? '' } }),
  });
  if (!chosen) return <p className="version__note">{text.differences.only}</p>;
  return (
    <div className="version__pad">
      <label className="difference__against">
        {text.differences.against}
        <Select
          size="small"
          value={chosen.versionId}
          style={{ width: 200 }}
          options={others.map((one) => ({ value: one.versionId, label: `${text.version(one.versionNumber)}　${text.states[one.state]}` }))}
          onChange={onAgainst}
        />
      </label>
      <QueryState query={differences}>
        {(data) =>
          data.differences.length === 0 ? (
            <p className="muted">{text.differences.none}</p>
          ) : (
            <table className="differences">
              <tbody>
                {data.differences.map((difference) => (
                  <tr key={difference.path}>
                    <th scope="row">
                      {difference.label}
                      <br />
                      <Tag tone={difference.kind === 'changed' ? 'todo' : 'neutral'}>{text.differences.kinds[difference.kind]}</Tag>
                    </th>
                    <td className="is-before">{difference.before === undefined ? text.differences.empty : describeValue(difference.before)}</td>
                    <td className="is-after">{difference.after === undefined ? text.differences.empty : describeValue(difference.after)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </QueryState>
    </div>
  );
}
