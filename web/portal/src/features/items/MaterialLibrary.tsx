import { BadgeCheck, FileDown } from 'lucide-react';
import { downloadGuideFile, type GuideMaterial } from '@tongban/server/src/modules/materials/contract.ts';
import { api } from '../../shared/api.ts';
import { sayFree } from '../../shared/items/library.ts';
import { text } from './text.ts';

/** Which licences stand for a material, and on which conditions. */
export function FreeByLicence({ library }: { library: GuideMaterial | undefined }) {
  if (!library || library.substitutes.length === 0) return null;
  return (
    <ul className="material-free">
      {library.substitutes.map((substitute) => (
        <li key={`${substitute.licenceTypeCode}${substitute.conditions ?? ''}`}>
          <BadgeCheck size={18} aria-hidden="true" />{sayFree(substitute)}
        </li>
      ))}
    </ul>
  );
}

function size(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}

/** Blank forms and examples of the library, to be downloaded. */
export function LibraryFiles({ library }: { library: GuideMaterial | undefined }) {
  if (!library || library.files.length === 0) return null;
  return (
    <ul className="material-files tb-no-print">
      {library.files.map((file) => (
        <li key={file.id}>
          <a href={api.url(downloadGuideFile, { params: { fileId: file.id } })} download={file.name}>
            <FileDown size={18} aria-hidden="true" />{text.material.fileKinds[file.kind === 'blank-form' ? 'blank-form' : 'example']}：{file.title}
          </a>
          <span className="muted">{size(file.size)}</span>
          {file.note && <p className="muted">{file.note}</p>}
        </li>
      ))}
    </ul>
  );
}
