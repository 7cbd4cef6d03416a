import type { InputOf, Operation, Problem, ResponseOf } from '@tongban/contract-kit';
import { uploadFile } from '@tongban/server/src/kernel/files/contract.ts';
import { useRef, useState } from 'react';
import { api, problemOf } from '../api.ts';
import { useAction } from '../use-action.ts';

interface SignedAction<O extends Operation> {
  /** Uploads the picture, once however often it is tried, and sends what it signs; `name` is what the file is called. */
  run: (picture: Blob, name: string, input: (signatureFileId: string) => InputOf<O>, done: (answer: ResponseOf<O>) => void) => Promise<void>;
  busy: boolean;
  problem: Problem | undefined;
  clear: () => void;
}

/** A write that carries a signature taken at the counter (INT-05, INT-08). */
export function useSignedAction<O extends Operation>(operation: O): SignedAction<O> {
  const action = useAction(operation);
  const uploaded = useRef(new WeakMap<Blob, string>());
  const [{ uploading, problem }, setUpload] = useState<{ uploading: boolean; problem: Problem | undefined }>({ uploading: false, problem: undefined });
  const upload = async (picture: Blob, name: string): Promise<string | undefined> => {
    const form = new FormData();
    form.set('file', picture, `${name}.png`);
    setUpload({ uploading: true, problem: undefined });
    try {
      const { id } = await api.upload(uploadFile, {}, form);
      uploaded.current.set(picture, id);
      setUpload({ uploading: false, problem: undefined });
      return id;
    } catch (error) {
      setUpload({ uploading: false, problem: problemOf(error) });
      return undefined;
    }
  };
  return {
    run: async (picture, name, input, done) => {
      const fileId = uploaded.current.get(picture) ?? await upload(picture, name);
      if (fileId !== undefined) await action.run(input(fileId), done);
    },
    busy: uploading || action.busy, problem: action.problem ?? problem, clear: () => { action.clear(); setUpload({ uploading: false, problem: undefined }); },
  };
}
