import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { router } from './app/routes.tsx';
import { SessionGate } from './app/SessionGate.tsx';
import { queryClient } from './shared/api.ts';
import { restorePreferences } from './shared/preferences.ts';
import './shared/theme/tokens.css';
import { ThemeProvider } from './shared/theme/ThemeProvider.tsx';

restorePreferences();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <ThemeProvider>
          <RouterProvider router={router} />
          <SessionGate />
        </ThemeProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
