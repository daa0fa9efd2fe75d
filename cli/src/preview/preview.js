// Asks the server whether a file has changed, shows the page anew when it looks otherwise,
// and lists what is wrong with the article. Texts are set as text.

const PAUSE = 500;
const page = document.querySelector('iframe');
const state = document.getElementById('state');
const list = document.getElementById('problems');
let shown = '';
let told = '';

/** An element with a text in it. */
function element(name, text, className = '') {
  const made = Object.assign(document.createElement(name), { className });
  made.textContent = text;
  return made;
}

function problem({ severity, file, line, column, path, message, fix }) {
  const item = document.createElement('li');
  const first = element('p', ' ' + message);
  first.prepend(element('strong', severity === 'error' ? 'Error:' : 'Warning:'));
  const place = [file, line, column].filter((part) => part !== null).join(':');
  item.append(first, element('p', fix), element('p', `${place} ${path}`, 'place'));
  return item;
}

function summary({ name, facts, problems }) {
  const count = (severity, word) => {
    const number = problems.filter((one) => one.severity === severity).length;
    return number ? `${number} ${word}${number > 1 ? 's' : ''}` : '';
  };
  const counts = [count('error', 'error'), count('warning', 'warning')].filter(Boolean).join(', ');
  return [counts ? `${counts} in ${name}.` : `No problems in ${name}.`, facts && `${facts}.`].filter(Boolean).join(' ');
}

async function look() {
  try {
    const answer = await (await fetch('state.json')).text();
    if (answer !== told) {
      told = answer;
      const now = JSON.parse(answer);
      state.textContent = now.trouble ?? summary(now);
      list.replaceChildren(...(now.problems ?? []).map(problem));
      // Where there is trouble, what was shown last stays.
      if (shown && now.page && shown !== now.page) page.contentWindow.location.reload();
      shown = now.page ?? shown;
    }
  } catch {
    told = '';
    state.textContent = 'The preview has ended: the command is not running any more.';
  }
  setTimeout(look, PAUSE);
}

look();
