import { PaperClipOutlined } from '@ant-design/icons';
import { readMatterFile, type MatterFile } from '@tongban/server/src/modules/stuck-matters/contract.ts';
import { api } from '../../shared/api.ts';

/** Files of a matter, one a line; without `opens` their names alone. */
export function MatterFiles({ matterId, files, label, opens, note }: { matterId: string; files: readonly MatterFile[]; label: string; opens: boolean; note?: string | undefined }) {
  if (files.length === 0) return null;
  return (
    <div className="matter-files">
      <ul aria-label={label}>
        {files.map(({ id, name }) => (
          <li key={id}>
            <PaperClipOutlined className="faint" />
            {opens ? <a href={api.url(readMatterFile, { params: { matterId, fileId: id } })} target="_blank" rel="noreferrer">{name}</a> : <span>{name}</span>}
          </li>
        ))}
      </ul>
      {note === undefined ? null : <p className="faint small">{note}</p>}
    </div>
  );
}
