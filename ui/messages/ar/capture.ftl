# تدوين جولة.

nav-capture = التدوين
capture-title = التدوين

begin-title = افتح جولة
begin-lead = افتح الجولة المنعقدة. قاعدتها وأسئلتها وما أُعلن فيها تسري على كل ما تدوّنه.
begin-none = لا توجد جولة بعد. تُعدّ الجولات في البرنامج: مراحل ثم جلسات ثم جولات.
begin-late = بدأت قبل
begin-late-minutes = دقيقة
begin-do = افتح الجولة
begin-starts = تبدأ { $at }

round-room-screen = شاشة القاعة
round-room-screen-hide = إخفاء شاشة القاعة
round-room-screen-close = إغلاق شاشة القاعة
round-close = إغلاق الجولة…
round-question = السؤال { NUMBER($number) }
round-question-none = بلا سؤال
round-question-next = السؤال التالي

speaker = المتكلم { NUMBER($number) }
speaker-no-group = اختر المجموعة
speaker-choose-group = مجموعة المتكلم
speaker-choose-again = متكلم سبق أن تحدث
speaker-organisation = المنظمة
speaker-organisation-none = لم تُدوَّن
speaker-organisation-new = جديدة: { $name }
speaker-language = اللغة
speaker-language-guess = خمّنها من الكلمات
speaker-language-guessed = { $language }، تخمينًا
speaker-interpreted = عبر مترجم فوري
speaker-verbatim = حرفيًّا
speaker-verbatim-not = لا يكون الكلام حرفيًّا عبر مترجم فوري.
speaker-back-to = ثم المتكلم { NUMBER($number) } من جديد
speaker-changed = { $who } يتحدث الآن. { $may }.

may-share-refused = لا تجوز المشاركة
may-quote = يجوز الاقتباس
may-not-quote = لا يجوز الاقتباس
may-because-not-asked = لم يُسأل، فالجواب لا
may-because-refused = رفض
may-organisation = يجوز ذكر المنظمة
may-person = يجوز ذكر الشخص
may-organisation-capped = وافق على ذكره، لكن قاعدة الجولة تمنع
may-choose = ما الذي يجوز فعله بهذا الكلام؟
may-choose-quote = يجوز الاقتباس دون ذكر أحد
may-choose-organisation = يجوز الاقتباس مع ذكر المنظمة
may-choose-person = يجوز الاقتباس مع ذكر المنظمة والشخص
may-choose-paraphrase = بالمعنى فقط، مع ذكر المنظمة
may-choose-no = لا يجوز الاقتباس
may-choose-not-shared = لا تجوز المشاركة إطلاقًا
may-basis = على أي أساس؟
may-basis-in-person = سُئل الآن شفهيًّا
may-basis-form = باستمارة
may-also = { $count ->
    [one] هل يسري ذلك على ما دُوّن قبلُ في هذه المداخلة؟
   *[other] هل يسري ذلك على ما دُوّن قبلُ في هذه المداخلة ({ NUMBER($count) })؟
}
may-also-yes = نعم، عليه أيضًا
may-also-no = لا، من الآن فصاعدًا فقط

rule-title = قاعدة الجولة
rule-short-on-the-record = يجوز ذكر من وافق
rule-short-organisation-only = تُذكر المنظمات دون الأشخاص
rule-short-chatham-house = تُذكر المجموعات دون المنظمات والأشخاص
rule-short-strict = لا يُذكر أحد ولا أي مجموعة
rule-since = من الآن فصاعدًا؛ وللجولة: { $rule }
rule-means-on-the-record = يجوز نقل ما يُقال مع اسم المنظمة والشخص، بقدر ما وافق عليه المتكلم.
rule-means-organisation-only = يجوز نقل ما يُقال مع اسم المنظمة إذا وافق المتكلم. ولا تُذكر أسماء الأشخاص أبدًا.
rule-means-chatham-house = يجوز نقل ما يُقال دون قائله: لا شخص ولا منظمة. ولا تُذكر مجموعة إلا إذا تحدثت منها { NUMBER($small) } منظمات على الأقل ولم تقل إحداها أكثر من النصف؛ وإلا كُتب «أحد المشاركين».
rule-means-strict = يجوز نقل ما يُقال دون قائله: لا شخص ولا منظمة ولا مجموعة.
rule-stricter = هل تُشدَّد القاعدة؟
rule-strictest = لا توجد قاعدة أشد منها.
rule-for-what = { $rule }: على ماذا تسري؟
rule-from-now-on = على ما يُسجَّل من الآن فصاعدًا فقط
rule-whole-round = على الجولة كلها، بما فيها ما سُجِّل
rule-not-back = لا تُخفَّف هنا بعد ذلك، ولا يخففها التراجع: يُختار ذلك في البرنامج وبموافقة المتكلمين.
rule-leave = إبقاؤها كما هي
rule-tightened = تسري الآن: { $rule }.

compose-label = ما يُقال
compose-placeholder = اكتب ما يُقال…
compose-kept = حُفظت المسودة { $at }
compose-kinds = النوع
compose-nodes = الأهداف والمبادئ
compose-suggested = مقترح
compose-suggested-ours = من قائمة كلماتنا
compose-next = التالي
compose-dismiss = إخفاء
compose-accept = قبول الاقتراح التالي
compose-dismiss-all = إبعاد الاقتراحات
compose-add-node = إضافة هدف
compose-add-node-label = أضف هدفًا أو مبدأً
mention-hint = { $take } للأخذ به، و{ $leave } لإبقاء ما كُتب
compose-remove = إزالة { $name }
compose-record = تسجيل
compose-record-next = تسجيل والمتكلم التالي
compose-park = إرجاء المسودة
compose-do-not-keep = عدم الاحتفاظ
compose-armed = ما كُتب هنا يُمحى نهائيًّا: لا التراجع ولا السجل يحتفظان به. اضغط مرة أخرى لمحوه.
compose-armed-recorded = ستُمحى { $reference } نهائيًّا ولا يعيدها التراجع. اضغط مرة أخرى لمحو: «{ $text }»
compose-armed-parked = تُمحى هذه المسودة نهائيًّا. اضغط مرة أخرى لمحوها.
compose-let-go = مُحي. لا تبقى منه نسخة.
compose-recorded = سُجّل برقم { $reference }
compose-parked = أُرجئت.

recorded-title = { $count ->
    [0] ما سُجّل في هذه الجولة
    [one] ما سُجّل في هذه الجولة: { NUMBER($count) }
   *[other] ما سُجّل في هذه الجولة: { NUMBER($count) }
}
recorded-none = لا شيء بعد. اكتب ما يُقال واضغط مفتاح الإدخال: الكلمات وحدها لازمة.
recorded-no-group = بلا مجموعة بعد
recorded-no-node = بلا هدف بعد
recorded-reassign = انسب الأخيرة إلى غيره…

aside-clock = هذه المداخلة
aside-clock-of = من { $limit }
aside-clock-over = تجاوز بـ { $over }
aside-clock-restart = أعد ضبط الساعة
aside-not-heard = في القاعة ولم يُسمعوا بعد
aside-not-heard-none = سُمع كل من في القاعة.
aside-presence-none = لم يُدوَّن حضور أحد في القاعة.
aside-presence = من في القاعة…
aside-heard = سُمعوا في هذه الجولة
aside-not-there = ليسوا في القاعة
aside-heard-count = { $count ->
    [one] متكلم واحد
   *[other] { NUMBER($count) } من المتكلمين
}
aside-organisations = { $count ->
    [one] منظمة واحدة
   *[other] { NUMBER($count) } من المنظمات
}
compose-paste-too-long = { $count } من الأحرف أكثر مما تسعه مساهمة. لم يُلصق شيء، وما كتبته باقٍ كما كان. قسِّم النص، أو أرفقه ملفًّا بمساهمة.
aside-parked = مرجأة
aside-parked-count = المرجأة: { NUMBER($count) }
aside-go-parked = الانتقال إلى المسودات المرجأة
aside-resume = استئناف
aside-record-as-is = سجّلها كما هي
aside-notes = ملاحظات لك
aside-note = ملاحظة…
aside-typing = يكتب الآن: { $name }
aside-typing-nobody = من يكتب الآن…

presence-title = من في القاعة
presence-lead = تنقل الأسهم بين المجموعات، و1 و2 و3 تحدد حضورها.
presence-not-expected = غير متوقعة
presence-expected = متوقعة
presence-in-the-room = في القاعة
presence-spoke = تحدثت

note-title = ملاحظة لك
note-lead = تبقى بجانب الجولة: ليست مساهمة ولا تدخل في أي موجز.
note-label = ملاحظة
note-do = احفظ الملاحظة

typing-title = من يكتب؟
typing-lead = ما يُسجّل من الآن يحمل هذا الاسم. تبقى المشاورة مفتوحة.
typing-new = شخص جديد: { $name }

typing-owner = صاحب هذا الحاسوب
typing-carried = كان { $name } يكتب قبل القفل، وباسمه يُسجَّل ما يُكتب الآن.
typing-goes-on = { $name } يواصل
typing-another = شخص آخر

reassign-title = انسب إلى غيره
reassign-lead = ما سُجّل أخيرًا. اختر العدد ثم لمن أو لماذا. من جوابين وقاعدتين يسري الأشد.
reassign-last = { $count ->
    [one] الأخيرة
   *[other] آخر { NUMBER($count) }
}
reassign-fewer = أقل بواحدة
reassign-more = أكثر بواحدة
reassign-to = لمن أو لماذا
reassign-speaker = متكلم
reassign-new = متكلم لم يُدوَّن بعد
reassign-group = مجموعة أخرى
reassign-question = سؤال آخر
reassign-round = جولة أخرى
reassign-done = { $count ->
    [one] نُسبت إلى غيره.
   *[other] نُسبت { NUMBER($count) } إلى غيره.
}

tidy-title = أُغلقت { $round }
tidy-none = { $recorded ->
    [0] لم يُسجَّل شيء.
    [one] سُجّلت مساهمة واحدة، ولا ينقصها شيء.
   *[other] سُجّلت { NUMBER($recorded) } من المساهمات، ولا ينقصها شيء.
}
tidy-some = سُجّل { NUMBER($recorded) }: { NUMBER($complete) } مكتملة، و{ NUMBER($lacking) } ينقصها شيء
tidy-parked = { $count ->
    [one] مسودة واحدة مرجأة
   *[other] { NUMBER($count) } من المسودات مرجأة
}
tidy-done = تم
tidy-reopen = العودة إلى الجولة
tidy-finish = أكملها
tidy-list = ما ينقصه شيء
tidy-lacks-node = بلا هدف
tidy-lacks-group = بلا مجموعة
tidy-lacks-end = بلا نهاية
tidy-open = { $count ->
    [one] مداخلة واحدة بلا نهاية
    [two] مداخلتان بلا نهاية
    [few] { NUMBER($count) } مداخلات بلا نهاية
   *[other] { NUMBER($count) } مداخلة بلا نهاية
}
tidy-began = بدأت { $at }
tidy-turn-recorded = { $count ->
    [0] لم يُسجَّل شيء
    [one] مساهمة واحدة
    [two] مساهمتان
    [few] { NUMBER($count) } مساهمات
   *[other] { NUMBER($count) } مساهمة
}
tidy-ended-last = انتهت مع آخر مساهمة فيها، { $at }
tidy-ended-next = انتهت حين بدأت التالية، { $at }
tidy-ended-closed = انتهت عند إغلاق الجولة، { $at }
tidy-ended-type = كتابة وقت
tidy-ended-at = انتهت في
tidy-ended-say = حفظ
tidy-is-parked = مرجأة ولم تُسجَّل
tidy-choose-group = اختر المجموعة
tidy-leave = أو اتركها: المساهمة بلا مجموعة تُحسب، لكن ليس تحت أي منها
tidy-leave-node = أو اتركها
tidy-foot = ما تتركه يبقى في المساهمات.
tidy-foot-group = بلا مجموعة
tidy-foot-node = بلا هدف ولا مبدأ
tidy-whole = لم يبق شيء لاستكماله.

picker-none = لا شيء يطابق.
picker-more = { $keys } لاختيار عدة

screen-hidden = مخفية
screen-waiting = لا توجد جولة مفتوحة.
screen-speaker = المتكلم { NUMBER($number) }
screen-not-heard = في القاعة ولم يُسمعوا بعد
screen-time = وقت هذه المداخلة

practice-title = تدريب خطوة بخطوة
practice-progress = { $done } من { $of }
practice-open = افتح الجولة أدناه. تخيّل أن في القاعة أربع مجموعات.
practice-record = أحدهم يتكلم: اكتب جملة وسجّلها.
practice-kind = اكتب جملة أخرى، وحدد نوعها، ثم سجّلها.
practice-next = متحدث آخر يأخذ الكلمة: سجّل وانتقل إلى المتحدث التالي.
practice-park = اثنان يتكلمان معًا: في منتصف الجملة أرجئ المسودة.
practice-close = أغلق الجولة وانظر ما الذي تطلب منك ترتيبه.
practice-over = هذا كل شيء. لا يُحفظ شيء من هذا: التدريب التالي يبدأ فارغًا.
