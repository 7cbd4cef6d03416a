import { createContext } from 'react';
import type { KeptFile } from '../../../shared/files/FileUploads.tsx';

/** Files that the version names already, with their names. */
export const KnownFiles = createContext<readonly KeptFile[]>([]);
