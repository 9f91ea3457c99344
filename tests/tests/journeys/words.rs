//! Every word of the window comes from its catalogue: said in other letters, none is left in plain ones.

use std::fs;

use fantoccini::key::Key;
use serde_json::Value;

use crate::consultation::Made;
use crate::window::Window;

/// Words in plain letters that belong neither to people nor to the consultation, for eyes and for ears.
const PLAIN: &str = r"(async () => {
    const known = new Set();
    const learn = (value) => {
        if (typeof value === 'string') known.add(value.trim());
        else if (value && typeof value === 'object') Object.values(value).forEach(learn);
    };
    const ask = (command, input) => __TAURI_INTERNALS__.invoke(command, input).then(learn, () => undefined);
    await Promise.all([ask('filters'), ask('plan'), ask('overview'), ask('briefs'), ask('brief_choices'), ask('stands')]);
    const named = new Intl.DisplayNames('en-GB', { type: 'language' });
    for (const word of [...known].filter((word) => /^[a-z]{2,3}$/.test(word))) known.add(named.of(word));
    const isKnown = (part) => known.has(part) || known.has(part.replace(/^[a-z] /, ''));
    const theirs = '[lang]:not(html), [dir=auto], bdi, kbd, textarea, input';
    const isPlain = (text) => /[A-Za-z]{3}/.test(text) && !/[áéíóúý]/.test(text) && !/\d/.test(text)
        && !text.split('·').map((part) => part.trim()).filter(Boolean).every(isKnown);
    const plain = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode()); ) {
        const text = node.data.trim();
        const element = node.parentElement;
        if (isPlain(text) && !element.closest(theirs) && element.checkVisibility()) plain.push(text);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
        for (const name of ['aria-label', 'title', 'placeholder']) {
            const text = element.getAttribute(name)?.trim() ?? '';
            if (isPlain(text)) plain.push(`${name}: ${text}`);
        }
    }
    return plain;
})()";

impl Window {
    async fn says_nothing_by_itself(&self, screen: &str) {
        let plain = self.awaits(&format!("await {PLAIN}")).await;
        assert_eq!(plain, Value::Array(Vec::new()), "on {screen}");
    }
}

#[tokio::test]
async fn no_word_of_the_window_stands_outside_its_catalogue() {
    let made = Made::sample();
    let settings = made.laptop.home().join("XDG_CONFIG_HOME/org.anteroom.window");
    fs::create_dir_all(&settings).unwrap();
    fs::write(settings.join("look.json"), br#"{"language":"qps"}"#).unwrap();
    let window = Window::before(made).await;
    window.says_nothing_by_itself("the door").await;
    window.unlocks().await;
    for (screen, seen) in [
        ("/", "dl dd"),
        ("/capture", "form button"),
        ("/contributions", "[role=option] bdi"),
        ("/briefs", "main li, main article, main button"),
        ("/programme", ".list .entry"),
        ("/exchange", "main p"),
    ] {
        window.goes_to(screen).await;
        window.sees(screen, &format!("document.querySelector('{seen}')")).await;
        window.says_nothing_by_itself(screen).await;
    }
    window.opens_the_palette().await;
    window.says_nothing_by_itself("the palette").await;
    window.presses(Key::Escape).await;
    window.chord(&[Key::Control], ',').await;
    window.sees("the settings", "document.querySelector('dialog[open] [name=theme]')").await;
    window.says_nothing_by_itself("the settings").await;
    window.pictured("disguised").await;
}
