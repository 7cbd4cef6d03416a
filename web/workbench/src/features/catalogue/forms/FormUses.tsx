import type { ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';
import { Link } from 'react-router';
import { links } from '../../../shared/links.ts';
import { text } from '../text.ts';
import { listFormUses } from './form-uses.ts';

const words = text.forming.use;

/** Which situations and materials of the version use the form; each leads to its place. */
export function FormUses({ elements, versionId, formKey, readOnly }: { elements: ItemElements; versionId: string; formKey: string; readOnly: boolean }) {
  const uses = listFormUses(elements, formKey);
  if (uses.length === 0) return <p className="muted">{words.none}</p>;
  const placeOf = (path: string) => (path.startsWith('questionnaire') ? links.guidanceEditor(versionId) : readOnly ? links.catalogueVersion(versionId) : links.catalogueEdit(versionId, path));
  return <ul className="dots">{uses.map(({ path, label }) => <li key={path + label}><Link to={placeOf(path)}>{label}</Link></li>)}</ul>;
}
