import { useQuery } from '@tanstack/react-query';
import { previewLicenceType, type LicenceTypeContent } from '@tongban/server/src/modules/licences/contract.ts';
import { findTemplateKind, listTemplates } from '@tongban/server/src/modules/templates/contract.ts';
import { Select, Spin } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, problemOf } from '../../../shared/api.ts';
import { useAddress } from '../../../shared/files/use-address.ts';
import { links } from '../../../shared/links.ts';
import { Panel } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { useDebounced } from '../../../shared/use-debounced.ts';
import { text } from '../text.ts';
import type { ItemForms } from './part-props.ts';

const words = text.types.preview;

interface PreviewPartProps { content: LicenceTypeContent; forms: readonly ItemForms[]; itemId: string | undefined }

/** The face as the real renderer prints it, with invented values; it follows what is typed after a moment. */
export function PreviewPart({ content, forms, itemId }: PreviewPartProps) {
  const [chosen, setChosen] = useState<string>();
  const offered = forms.flatMap((one) => one.forms.map(({ key, name }) => ({ value: `${one.itemId} ${key}`, label: words.form(one.itemName, name), itemId: one.itemId, formKey: key })));
  const first = offered.find((one) => one.itemId === itemId);
  const shown = chosen === '' ? undefined : offered.find(({ value }) => value === chosen) ?? first;
  const settled = useDebounced(content, 700);
  const isEmpty = settled.face.length === 0;
  const document = useQuery({
    queryKey: [previewLicenceType.id, settled, shown?.value], enabled: !isEmpty && settled === content, gcTime: 0, staleTime: Infinity, retry: false, refetchOnWindowFocus: false, structuralSharing: false,
    placeholderData: (before: Blob | undefined) => before,
    queryFn: () => api.download(previewLicenceType, { body: { content: settled, itemId: shown?.itemId ?? null, formKey: shown?.formKey ?? null } }),
  });
  const url = useAddress(document.data);
  return (
    <Panel title={words.title} className="licence-type__preview">
      <Select
        aria-label={words.with} value={shown?.value ?? ''} style={{ width: '100%' }} popupMatchSelectWidth={false} options={[{ value: '', label: words.sample }, ...offered.map(({ value, label }) => ({ value, label }))]} onChange={setChosen}
      />
      {document.error ? <ProblemAlert problem={problemOf(document.error)} onRetry={() => { void document.refetch(); }} /> : null}
      {isEmpty ? <p className="muted" role="status">{words.wait}</p> : url === undefined ? (document.error ? null : <div className="licence-type__wait"><Spin description={words.loading} /></div>)
        : <iframe className={document.isFetching || settled !== content ? 'licence-type__frame is-stale' : 'licence-type__frame'} src={`${url}#view=FitH&navpanes=0&toolbar=0`} title={words.frame} />}
      <div className="licence-type__links">
        {url === undefined ? null : <a className="small" href={url} target="_blank" rel="noreferrer">{words.open}</a>}
        <TemplateLink itemId={shown?.itemId} />
      </div>
    </Panel>
  );
}

/** Kind of the template of faces. */
const face = 'licence-face';

/** Where the layout of the face is changed: the item's own where it has one, else that of all. */
function TemplateLink({ itemId }: { itemId: string | undefined }) {
  const mayView = useHolds('templates.template.view');
  const templates = useQuery({ queryKey: [listTemplates.id, face], enabled: mayView, staleTime: 60_000, queryFn: () => api.call(listTemplates, { query: { q: findTemplateKind(face)?.name ?? face, limit: 100 } }) });
  const faces = (templates.data?.items ?? []).filter(({ kind }) => kind === face);
  const own = faces.find(({ item }) => item !== null && item.id === itemId);
  const template = own ?? faces.find(({ item, applicantKind }) => item === null && applicantKind === null);
  return template ? <Link className="small" to={links.documentTemplate(template.id)} title={words.templateLead}>{own?.item ? words.templateFor(own.item.name) : words.template}</Link> : null;
}
