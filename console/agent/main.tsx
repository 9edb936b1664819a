import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api/query-client.ts';
import { App } from './app.tsx';
import './styles/base.css';
import './styles/controls.css';
import './styles/lists.css';
import './styles/pages.css';
import './styles/live.css';
import './styles/history.css';
import './styles/diagnosis.css';
import './styles/office.css';
import './styles/labels.css';
import { TextsProvider } from './texts/use-texts.tsx';

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <TextsProvider>
        <App />
      </TextsProvider>
    </QueryClientProvider>
  </StrictMode>,
);
