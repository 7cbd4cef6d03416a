import { type Field, formatAnswer, type FormatOptions } from '@tongban/form-model';
import { filesOf } from './controls/FileControls.tsx';
import { type RenderScope, useRenderScope } from './form-environment.ts';

/** What formatting needs from the scope of a form. */
export function formatOptionsOf(scope: Pick<RenderScope, 'dictionaries' | 'regions' | 'masked'>): FormatOptions {
  const { dictionaries, regions, masked } = scope;
  return { ...(dictionaries && { dictionaries }), ...(regions && { regionName: regions.nameOf }), ...(masked === true && { masked }) };
}

/** An answer that is only shown; sensitive ones are masked when the host says so. */
export function ReadOnlyValue({ field, value, live }: { readonly field: Field; readonly value: unknown; readonly live: boolean }) {
  const scope = useRenderScope();
  const { fileUrl } = scope;
  const hidden = scope.masked === true && field.sensitive === true;
  const files = field.type === 'attachment' || field.type === 'image' || field.type === 'signature' ? filesOf(value) : [];
  if (files.length > 0 && fileUrl !== undefined && !hidden) {
    return (
      <ul className="tbf-files__list">
        {files.map((file) => <li key={file.fileId}><a href={fileUrl(file.fileId)} target="_blank" rel="noreferrer">{field.type === 'image' ? <img className="tbf-files__picture" src={fileUrl(file.fileId)} alt={file.name} /> : file.name}</a></li>)}
      </ul>
    );
  }
  const text = formatAnswer(field, value, formatOptionsOf(scope));
  return <output className="tbf-value" aria-live={live ? 'polite' : 'off'} data-empty={text === '' || undefined}>{text === '' ? (live ? '填好相关内容后自动算出' : '未填写') : text}</output>;
}
