import { DEFAULT_MAXIMUM_FILES, DEFAULT_MAXIMUM_IMAGES, type FileReference, IMAGE_EXTENSIONS } from '@tongban/form-model';
import { type ChangeEvent, useState } from 'react';
import { type ControlAttributes, type ControlProps, partOf, textOf } from '../control-props.ts';
import { useRenderScope } from '../form-environment.ts';
import { SignaturePad } from './SignaturePad.tsx';

type UploadState = { readonly state: 'idle' } | { readonly state: 'busy'; readonly name: string } | { readonly state: 'failed'; readonly message: string };

/** Files as stored, whatever else the answer holds. */
export function filesOf(value: unknown): readonly FileReference[] {
  return (Array.isArray(value) ? value : [value]).flatMap((file: unknown) => {
    const [fileId, name] = [textOf(partOf(file, 'fileId')), textOf(partOf(file, 'name'))];
    return fileId === '' ? [] : [{ fileId, name }];
  });
}

function useUpload(fieldId: string) {
  const { uploadFile } = useRenderScope();
  const [state, setState] = useState<UploadState>({ state: 'idle' });
  const upload = async (file: File): Promise<FileReference | undefined> => {
    if (uploadFile === undefined) return undefined;
    setState({ state: 'busy', name: file.name });
    try {
      const reference = await uploadFile(file, fieldId);
      setState({ state: 'idle' });
      return reference;
    } catch (error) {
      setState({ state: 'failed', message: error instanceof Error && error.message !== '' ? error.message : '上传没有成功，请检查网络后再试。' });
      return undefined;
    }
  };
  return { state, upload, canUpload: uploadFile !== undefined };
}

function UploadStatus({ state }: { readonly state: UploadState }) {
  return (
    <span className="tbf-note" role="status" data-failed={state.state === 'failed' || undefined}>
      {state.state === 'busy' ? `正在上传“${state.name}”…` : state.state === 'failed' ? state.message : ''}
    </span>
  );
}

function FileButton({ control, accept, multiple, label, onFiles }: {
  readonly control: ControlAttributes; readonly accept: string; readonly multiple: boolean; readonly label: string; readonly onFiles: (files: readonly File[]) => void;
}) {
  const pick = (event: ChangeEvent<HTMLInputElement>): void => {
    onFiles([...(event.target.files ?? [])]);
    event.target.value = '';
  };
  return (
    <label className="tbf-file-button">
      <input {...control} className="tbf-file-button__input" type="file" accept={accept} multiple={multiple} onChange={pick} />
      <span className="tbf-button">{label}</span>
    </label>
  );
}

/** Where an error link leads when there is no control to lead to. */
function linkTarget(control: ControlAttributes): { readonly id: string; readonly tabIndex: number } {
  return { id: control.id, tabIndex: -1 };
}

/** Files to hand in, each named and removable. */
export function AttachmentControl({ field, ...rest }: ControlProps<'attachment'>) {
  return <FileList {...rest} fieldId={field.id} most={field.maximumFiles ?? DEFAULT_MAXIMUM_FILES} extensions={field.extensions ?? []} called="文件" />;
}

/** Pictures to hand in, each shown and removable. */
export function ImageControl({ field, ...rest }: ControlProps<'image'>) {
  return <FileList {...rest} fieldId={field.id} most={field.maximumFiles ?? DEFAULT_MAXIMUM_IMAGES} extensions={IMAGE_EXTENSIONS} called="图片" />;
}

type FileListProps = Pick<ControlProps, 'value' | 'onChange' | 'control'> & { readonly fieldId: string; readonly most: number; readonly extensions: readonly string[]; readonly called: '文件' | '图片' };

function FileList({ fieldId, most, extensions, called, value, onChange, control }: FileListProps) {
  const { fileUrl } = useRenderScope();
  const { state, upload, canUpload } = useUpload(fieldId);
  const files = filesOf(value);
  const add = async (chosen: readonly File[]): Promise<void> => {
    let kept = files;
    for (const file of chosen.slice(0, most - files.length)) {
      const reference = await upload(file);
      if (reference === undefined) return;
      kept = [...kept, reference];
      onChange(kept);
    }
  };
  const remove = (fileId: string): void => {
    const kept = files.filter((file) => file.fileId !== fileId);
    onChange(kept.length === 0 ? undefined : kept);
  };
  const offersUpload = canUpload && files.length < most;
  return (
    <span className="tbf-files" {...(offersUpload ? {} : linkTarget(control))}>
      {files.length > 0 && (
        <ul className="tbf-files__list">
          {files.map((file) => (
            <li key={file.fileId} className="tbf-files__item">
              {fileUrl === undefined ? <span>{file.name}</span> : (
                <a href={fileUrl(file.fileId)} target="_blank" rel="noreferrer">{called === '图片' ? <img className="tbf-files__picture" src={fileUrl(file.fileId)} alt={file.name} /> : file.name}</a>
              )}
              <button type="button" className="tbf-button tbf-button--quiet" aria-label={`删除${called}“${file.name}”`} onClick={() => remove(file.fileId)}>删除</button>
            </li>
          ))}
        </ul>
      )}
      {offersUpload && (
        <FileButton control={control} accept={extensions.map((extension) => `.${extension}`).join(',')} multiple={most > 1} label={`${files.length === 0 ? '选择' : '再选'}${called}`} onFiles={(chosen) => void add(chosen)} />
      )}
      {offersUpload && called === '文件' && <span className="tbf-note">{accepted(most, extensions)}</span>}
      {!canUpload && <span className="tbf-note">此处不能上传，请到“材料”一步上传。</span>}
      <UploadStatus state={state} />
    </span>
  );
}

function accepted(most: number, extensions: readonly string[]): string {
  return [`最多 ${most} 个`, ...(extensions.length > 0 ? [`可以是 ${extensions.join('、')} 文件`] : [])].join('，');
}

/** A signature drawn with finger, pen or mouse, or a picture of one for those who cannot draw. */
export function SignatureControl({ field, value, onChange, control }: ControlProps<'signature'>) {
  const { fileUrl } = useRenderScope();
  const { state, upload, canUpload } = useUpload(field.id);
  const [signed] = filesOf(value);
  const keep = async (file: File | undefined): Promise<void> => {
    const reference = file === undefined ? undefined : await upload(file);
    if (reference !== undefined) onChange(reference);
  };
  if (signed !== undefined) {
    return (
      <span className="tbf-signature">
        {fileUrl === undefined ? <span>已签名</span> : <img className="tbf-signature__image" src={fileUrl(signed.fileId)} alt={`“${field.label}”的签名`} />}
        <button type="button" id={control.id} className="tbf-button" onClick={() => onChange(undefined)}>重新签名</button>
      </span>
    );
  }
  return (
    <span className="tbf-signature" {...(canUpload ? {} : linkTarget(control))}>
      {canUpload && <SignaturePad label={field.label} onSigned={(file) => void keep(file)} />}
      {canUpload && <FileButton control={control} accept="image/png,image/jpeg" multiple={false} label="上传签名图片" onFiles={([file]) => void keep(file)} />}
      {!canUpload && <span className="tbf-note">此处不能签名。</span>}
      <UploadStatus state={state} />
    </span>
  );
}
