import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';
import { precompress } from './vite/precompress.ts';
import { slimContracts } from './vite/slim-contracts.ts';

/** Development talks to a running server named by TONGBAN_SERVER; the built portal is served by that server itself. */
export default defineConfig(({ mode }) => {
  const server = loadEnv(mode, '.', 'TONGBAN_').TONGBAN_SERVER ?? 'http://127.0.0.1:8080';
  return {
    plugins: [slimContracts(), react(), precompress()],
    server: { host: '127.0.0.1', port: 18200, strictPort: true, proxy: { '/api': server } },
    build: { target: 'es2022', modulePreload: { polyfill: false }, reportCompressedSize: false },
  };
});
