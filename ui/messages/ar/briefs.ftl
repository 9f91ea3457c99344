# الموجزات: القائمة، وموجز على المكتب، وأدلته، ومن قال ماذا، والإصدار.

nav-briefs = الموجزات
briefs-title = الموجزات
briefs-count = { $count ->
    [zero] لا موجزات
    [one] موجز واحد
    [two] موجزان
    [few] { NUMBER($count) } موجزات
    [many] { NUMBER($count) } موجزًا
   *[other] { NUMBER($count) } موجز
}
briefs-empty = يحمل الموجز ما قيل إلى الدورة الرسمية، وكل استنتاج فيه يستند إلى دليل. ابدأ بالمائدة المستديرة التي يُعدّ لها.
briefs-paragraphs = { $count ->
    [zero] لا فقرات
    [one] فقرة واحدة
    [two] فقرتان
    [few] { NUMBER($count) } فقرات
    [many] { NUMBER($count) } فقرة
   *[other] { NUMBER($count) } فقرة
}
briefs-words = { $words ->
    [zero] لا كلمات
    [one] كلمة واحدة
    [two] كلمتان
    [few] { NUMBER($words) } كلمات
    [many] { NUMBER($words) } كلمة
   *[other] { NUMBER($words) } كلمة
}
briefs-words-of = { NUMBER($words) } من { NUMBER($budget) } كلمة
briefs-gone = { $count ->
    [one] فقرة واحدة تستند إلى ما سُحب أو مُحي
    [two] فقرتان تستندان إلى ما سُحب أو مُحي
    [few] { NUMBER($count) } فقرات تستند إلى ما سُحب أو مُحي
    [many] { NUMBER($count) } فقرة تستند إلى ما سُحب أو مُحي
   *[other] { NUMBER($count) } فقرة تستند إلى ما سُحب أو مُحي
}
briefs-put-away = إبعاد
briefs-put-away-of = إبعاد «{ $title }»
briefs-put-away-done = أُبعد «{ $title }».

brief-new = موجز جديد
brief-new-about = موضوعه
brief-new-about-all = المشاورة كلها
brief-new-sessions = جلسة
brief-new-template = القالب
brief-new-template-of = { $name }: { NUMBER($sections) } أقسام، { NUMBER($budget) } كلمة
brief-new-language = لغة الموجز
brief-new-title = العنوان
brief-new-title-empty = عنوان موضوعه
brief-new-do = إعداد الأقسام

brief-close = العودة إلى جميع الموجزات
brief-title = عنوان الموجز
brief-rename = تغيير عنوان الموجز
brief-audience = لمن هو موجه
brief-for-public = للجمهور
brief-for-states = للدول
brief-for-participants = للمشاركين
brief-for-organisers = للمنظمين
brief-next-repair = الفقرة التالية التي تحتاج إلى إصلاح
brief-last-repair = الفقرة السابقة التي تحتاج إلى إصلاح
brief-nothing-wrong = لا شيء يمنع نشر هذه المذكرة.
brief-release = إصدار…
brief-outline = المخطط
brief-outline-words = المخطط والكلمات
brief-sheet = الورقة
brief-count = { NUMBER($words) } / { NUMBER($budget) }
brief-words = الكلمات
brief-to-repair = للإصلاح
brief-quotations = اقتباسات تم التحقق منها
brief-not-kept = تعذر حفظ ما كُتب حتى الآن. وهو باقٍ هنا.

brief-begin = اكتب الفقرة الأولى
brief-begin-in = اكتب الفقرة الأولى من «{ $section }»
brief-begin-below = فقرة جديدة أسفلها
brief-paragraph-empty = اكتب هنا
brief-paragraph-label = الفقرة { $number }، { $section }
brief-paragraph-label-empty = فقرة جديدة، { $section }
brief-drag = اسحبها إلى موضع آخر
brief-move-up = نقل الفقرة إلى أعلى
brief-move-down = نقل الفقرة إلى أسفل
brief-moved = أصبحت الفقرة { NUMBER($number) }.
brief-moved-empty = نُقلت الفقرة.
brief-put-away = إبعاد
brief-put-away-named = إبعاد الفقرة
brief-put-away-done = أُبعدت الفقرة.
brief-type = نوع الفقرة
brief-type-finding = استنتاج
brief-type-process = سير المشاورة
brief-type-context = سياق
brief-type-remark = ملاحظة المقرر
brief-make = اجعلها: { $type }
brief-rests-on = { $organisations ->
    [zero] لا منظمات
    [one] منظمة واحدة
    [two] منظمتان
    [few] { NUMBER($organisations) } منظمات
    [many] { NUMBER($organisations) } منظمة
   *[other] { NUMBER($organisations) } منظمة
}، { $groups ->
    [zero] لا مجموعات
    [one] مجموعة واحدة
    [two] مجموعتان
    [few] { NUMBER($groups) } مجموعات
    [many] { NUMBER($groups) } مجموعة
   *[other] { NUMBER($groups) } مجموعة
}
brief-lacks-evidence = لا يستند هذا الاستنتاج إلى شيء بعد.
brief-quotation-unknown = { $count ->
    [one] كلمات بين علامتي اقتباس لا ترد في أي مما استُشهد به.
   *[other] كلمات بين علامات اقتباس لا ترد في أي مما استُشهد به (عدد المواضع: { NUMBER($count) }).
}
brief-quotation-gone = ما اقتُبس هنا مُحي أو أُعيدت صياغته.
brief-unsettled = عُدِّلت هذه الفقرة من جهتين. وهنا أيضًا:
brief-quotation-lost = لم تعد { $reference } مقتبسة: كلماتها ترد هناك بلا علامات اقتباس.

brief-evidence = الأدلة
brief-evidence-of = أدلة الفقرة { NUMBER($number) }
brief-evidence-close = إغلاق الأدلة
brief-evidence-none-yet = اختر فقرة لترى ما تستند إليه.
brief-evidence-cites-nothing = لا تستند إلى شيء بعد.
brief-evidence-all-gone = ما استندت إليه هذه النتيجة سُحب أو مُحي. استشهد بما يقولها غيره، أو أعد صياغتها، أو نحِّ الفقرة جانبًا.
brief-evidence-gone = { $count ->
    [one] مساهمة واحدة مما تستشهد به هذه الفقرة سُحبت أو مُحيت. اقرأها: أتصحّ من دونها؟ ثم أعد الصياغة، أو استشهد بغيرها، أو أزل الاستشهاد الفارغ بجانبها.
   *[other] { NUMBER($count) } مساهمات مما تستشهد به هذه الفقرة سُحبت أو مُحيت. اقرأها: أتصحّ من دونها؟ ثم أعد الصياغة، أو استشهد بغيرها، أو أزل الاستشهادات الفارغة بجانبها.
}
brief-evidence-erased = مساهمة مُحيت
brief-quoted-here = مقتبسة هنا
brief-seek = البحث عن أدلة
brief-seek-label = البحث عن أدلة
brief-seek-placeholder = ابحث بأي لغة
brief-cite = استشهد
brief-uncite = أزل
brief-card-act = { $action } { $reference }
brief-cited = استُشهد بـ { $reference } في الفقرة { $number }.
brief-uncited = أُزيل الاستشهاد.
brief-choose-paragraph = اختر أولًا الفقرة التي ستستشهد بها.
brief-off-subject = خارج الموضوع
brief-cited-by = { $count ->
    [one] استُشهد بها في الفقرة { $numbers }
   *[other] استُشهد بها في الفقرات { $numbers }
}
brief-proposed-none = لم يُعثر على غير ذلك.
brief-proposed-alike = { $count ->
    [zero] لا شيء يتحدث عن الأمر نفسه. التشابه يقترح، وأنت تقرر.
    [one] مساهمة أخرى تتحدث عن الأمر نفسه. التشابه يقترح، وأنت تقرر.
    [two] مساهمتان أخريان تتحدثان عن الأمر نفسه. التشابه يقترح، وأنت تقرر.
    [few] { NUMBER($count) } مساهمات أخرى تتحدث عن الأمر نفسه. التشابه يقترح، وأنت تقرر.
   *[other] { NUMBER($count) } مساهمة أخرى تتحدث عن الأمر نفسه. التشابه يقترح، وأنت تقرر.
}
brief-proposed-subject = { $count ->
    [zero] لا مساهمات في الموضوع
    [one] مساهمة واحدة في الموضوع
    [two] مساهمتان في الموضوع
    [few] { NUMBER($count) } مساهمات في الموضوع
   *[other] { NUMBER($count) } مساهمة في الموضوع
}
brief-proposed-words = { $count ->
    [zero] لم يُعثر على شيء
    [one] عُثر على واحدة
    [two] عُثر على اثنتين
   *[other] عُثر على { NUMBER($count) }
}
brief-proposed-more = { NUMBER($count) } أخرى

who-title = من قال ذلك؟
who-this = من قال هذه الفقرة؟
who-anywhere = من قال ذلك؟ برقم فقرة
who-of = من قال ذلك؟ الفقرة { $number }
who-briefs = الموجزات التي فيها هذه الفقرة
who-nowhere = لا موجز فيه الفقرة { $number }.
who-no-brief = لا يوجد موجز بعد في هذه المشاورة.
who-number = الفقرة
who-hint = اكتب رقم فقرة.
who-aloud = يجوز قوله جهرًا
who-unspoken = { $count ->
    [one] تسكت الجملة عن مساهمة واحدة لا يجوز قول شيء عنها.
    [two] تسكت الجملة عن مساهمتين لا يجوز قول شيء عنهما.
    [few] تسكت الجملة عن { NUMBER($count) } مساهمات لا يجوز قول شيء عنها.
   *[other] تسكت الجملة عن { NUMBER($count) } مساهمة لا يجوز قول شيء عنها.
}
who-eyes = { $count ->
    [0] لا أدلة
    [one] لعينيك فقط: مساهمة واحدة
    [two] لعينيك فقط: مساهمتان
    [few] لعينيك فقط: { NUMBER($count) } مساهمات
   *[other] لعينيك فقط: { NUMBER($count) } مساهمة
}

release-title = الإصدار
release-for = لمن
release-counts = { $paragraphs ->
    [one] فقرة واحدة
    [two] فقرتان
    [few] { NUMBER($paragraphs) } فقرات
   *[other] { NUMBER($paragraphs) } فقرة
} · { $evidence ->
    [one] مساهمة واحدة مستشهد بها
    [two] مساهمتان مستشهد بهما
    [few] { NUMBER($evidence) } مساهمات مستشهد بها
   *[other] { NUMBER($evidence) } مساهمة مستشهد بها
} · { $quotations ->
    [one] اقتباس واحد
    [two] اقتباسان
    [few] { NUMBER($quotations) } اقتباسات
   *[other] { NUMBER($quotations) } اقتباس
}
release-empty = ليس في هذا الموجز فقرة بعد: لا شيء يُصدر.
release-may-leave = يجوز أن يخرج. { $audience }: لا شيء فيه يخالف قاعدة أو إذنًا.
release-stops = { $count ->
    [one] أمر واحد لا يجوز أن يخرج
    [two] أمران لا يجوز أن يخرجا
    [few] { NUMBER($count) } أمور لا يجوز أن تخرج
   *[other] { NUMBER($count) } أمرًا لا يجوز أن يخرج
}
release-keys = { $enter } أو رقمٌ يُصلح، والأسهم تنتقل إلى التالي، وG تذهب إلى الفقرة.
release-warnings = للنظر فيه ({ NUMBER($count) })
release-go = إلى الفقرة { NUMBER($number) }
release-mended = أُصلح: { $repair }
release-agreed = وافق المتحدث:
release-record-answer = تسجيل الجواب
release-export = تصدير بصيغة DOCX…
release-written = { $paragraphs ->
    [one] كُتبت فقرة واحدة
    [two] كُتبت فقرتان
    [few] كُتبت { NUMBER($paragraphs) } فقرات
   *[other] كُتبت { NUMBER($paragraphs) } فقرة
} مع { $evidence ->
    [one] دليل واحد:
    [two] دليلين:
    [few] { NUMBER($evidence) } أدلة:
   *[other] { NUMBER($evidence) } دليلًا:
}

repair-own-words = أزل الكلمات لتقولها بكلماتك
repair-unquote = أزل علامات الاقتباس
repair-quote-exactly = اقتبس بالحرف:
repair-name-group = قل بدلًا من ذلك:
repair-drop-reference = أزل الرقم المرجعي
repair-leave-out = أزل الاستشهاد
repair-make-remark = اجعلها ملاحظة للمقرر
repair-ask = سُئل المتحدث…
