# كل جملة يقولها البرنامج لإنسان، بالعربية.

# الرفض
empty-text = لا يوجد نص لتسجيله. لم يتغيّر شيء: اكتب كلمة واحدة على الأقل.
text-too-long = حجم هذا النص { $bytes } بايت، والمساهمة لا تتسع لأكثر من { $most }. لم يُسجَّل شيء: قسِّمه.
unknown-framework = لا يوجد إطار مرجعي باسم «{ $name }». الأطر المعروفة: { $known }.
unknown-node = لا يوجد في الإطار المرجعي هدف ولا مبدأ ولا جزء آخر باسم «{ $name }».{ $near ->
    [0] { "" }
   *[other] { " " }الأقرب: { $nearest }.
}
unknown-group = لا توجد مجموعة من أصحاب المصلحة باسم «{ $name }».{ $near ->
    [0] { "" }
   *[other] { " " }الأقرب: { $nearest }.
}
unknown-kind = لا يوجد نوع من المساهمات باسم «{ $name }».{ $near ->
    [0] { "" }
   *[other] { " " }الأقرب: { $nearest }.
}
unknown-session = لا توجد جلسة باسم «{ $name }».{ $near ->
    [0] { "" }
   *[other] { " " }الأقرب: { $nearest }.
}
unknown-round = لا توجد جولة باسم «{ $name }».{ $near ->
    [0] { "" }
   *[other] { " " }الأقرب: { $nearest }.
}
unknown-grouping = ليس في الإطار المرجعي تجميع باسم «{ $name }». المعروف: { $known }.
unknown-contribution = لا توجد مساهمة باسم «{ $name }» في هذه المشاورة. لم يتغيّر شيء: ابحث عنها بكلماتها.
unknown-brief = لا يوجد موجز باسم «{ $name }» في هذه المشاورة.{ $near ->
    [0] { "" }
   *[other] { " " }الأقرب: { $nearest }.
}
unknown-speaker = لا يوجد متحدث باسم «{ $name }».{ $near ->
    [0] { "" }
   *[other] { " " }الأقرب: { $nearest }.
}
unknown-section = لا يوجد قسم باسم «{ $name }» في هذا الموجز. الأقسام المعروفة: { $known }.
unknown-template = لا يوجد قالب باسم «{ $name }». القوالب المعروفة: { $known }.
unknown-column = ليس في الجدول عمود باسم «{ $name }». أعمدته: { $known }.
unknown-state = لا توجد حالة باسم «{ $name }». الحالات المعروفة: { $known }.
unknown-permission = «{ $name }» ليس سؤالًا من أسئلة الموافقة. الأسئلة المعروفة: share وquote وname-organisation وname-person، وبعد كل منها ‎:given أو ‎:refused أو ‎:not-asked.
unknown-audience = لا يوجد جمهور باسم «{ $name }». المعروف: { $known }.
unknown-language = «{ $name }» ليس رمز لغة مثل en أو fr أو zh-Hans.
erased-contribution = مُحيت هذه المساهمة، ولا يمكن تغيير شيء منها.
not-allowed = دورك في هذه المشاورة لا يسمح بذلك. لم يتغيّر شيء: اسأل أحد المنظِّمين.
too-many-files = { $count ->
    [few] { $count } ملفات أكثر مما يمكن إرفاقه مرة واحدة (الحد { $most }). لم يُرفق شيء: اختر عددًا أقل، ثم البقية بعدها.
    [many] { $count } ملفًّا أكثر مما يمكن إرفاقه مرة واحدة (الحد { $most }). لم يُرفق شيء: اختر عددًا أقل، ثم البقية بعدها.
   *[other] { $count } ملف أكثر مما يمكن إرفاقه مرة واحدة (الحد { $most }). لم يُرفق شيء: اختر عددًا أقل، ثم البقية بعدها.
}
file-too-large = حجم «{ $name }» هو { $size } م.ب، ولا يمكن إرفاق أكثر من { $most } م.ب. لم يُرفق شيء: صغِّره، أو أرفق جزءًا منه.
file-empty = الملف «{ $name }» فارغ. لم يُرفق شيء: تحقّق من أنه حُفظ حتى آخره.
not-a-file = «{ $name }» ليس ملفًّا. لم يُرفق شيء: اختر الملفات التي فيه.
unknown-attachment = لم يعد هذا الملف المرفق هنا. لم يتغيّر شيء.
dialog-hand-over = ملف تسليم
dialog-pack = حزمة فعالية
dialog-invitation = دعوة
dialog-acceptance = قبول
dialog-beginning = حزمة فعالية أو دعوة أو ملف تسليم
dialog-table = جداول (CSV)
dialog-refused-name = الصفوف المرفوضة من { $table }
not-to-be-shared = لا يجوز الإطلاع على هذه الكلمات، فلا تُترجم. لم يُحفظ شيء.
basis-needed = على ماذا يستند هذا الإذن؟ من يوسّع إذنًا يذكر هل أُعلن في القاعة، أو وُقِّع، أو سُئل عنه شفهيًّا، أو أُجيز لاحقًا.
too-many = لا يغيّر الإجراء الواحد أكثر من { $most } مساهمة. ضيِّق القائمة، وعالج البقية في إجراء ثانٍ.
nothing-to-undo = لا يوجد ما يُتراجع عنه.
nothing-to-redo = لا يوجد ما يُعاد.
empty-table = ليس في هذا الملف جدول: { $why }. لم يُسجَّل شيء.
too-many-rows = في هذا الملف أكثر من { $most } صف، وهو أكثر مما يسعه استيراد واحد. لم يُسجَّل شيء: قسِّمه واستورد جزءًا بعد جزء.
quotation-not-found = الاقتباس «{ $words }» لا يرد في أي من المساهمات المستشهد بها. علامات الاقتباس لكلماتها بنصها.
nothing-cited = يحتاج الاقتباس إلى المساهمة التي أُخذ منها: استشهد بها.
unknown-paragraph = لم تعد الفقرة «{ $name }» في هذه المشاورة.
still-quoted = تقتبس هذه الفقرة كلمات { $name }. أزل الاقتباس أولًا، ثم الاستشهاد.
no-such-number = ليس في هذا الموجز فقرة برقم { $number }: أرقامها من 1 إلى { $last }.
nothing-to-repair = أُصلح هذا أو تغيّر في هذه الأثناء. لم يُفعل شيء.
release-refused = { $count ->
    [one] لا يجوز أن يخرج الموجز بعد: أمر واحد يمنعه.
    [two] لا يجوز أن يخرج الموجز بعد: أمران يمنعانه.
    [few] لا يجوز أن يخرج الموجز بعد: { $count } أمور تمنعه.
    [many] لا يجوز أن يخرج الموجز بعد: { $count } أمرًا تمنعه.
   *[other] لا يجوز أن يخرج الموجز بعد: { $count } أمر تمنعه.
}
empty-brief = ليس في هذا الموجز فقرة بعد. اكتب فقرة أولًا.
no-round = لا توجد جولة مفتوحة هنا. افتح جولة أولًا.
only-stricter = هنا لا يمكن إلا تشديد القاعدة. أما القاعدة الأخف فتُختار في البرنامج، وتحتاج إلى موافقة من تكلّم.
ends-before-it-began = لا يمكن أن تنتهي المداخلة قبل أن تبدأ.
ends-later-than-now = لم يحن هذا الوقت بعد.
round-open = توجد هنا جولة مفتوحة. أغلقها أولًا.
unknown-draft = لم تعد هذه المسودة هنا: سُجّلت أو أُلقيت في هذه الأثناء.
parked-elsewhere = رُكنت هذه المسودة في جولة أخرى وتُستكمل هناك: افتح تلك الجولة، أو سجّلها كما هي.
speaker-numbered = المتكلم { $number }
empty-name = الاسم ناقص. لم يتغيّر شيء: اكتب اسمًا.
name-too-long = في هذا الاسم { $count } من الأحرف، ولا يتسع الاسم لأكثر من { $most }. لم يتغيّر شيء: اختصره.
ends-before-start = اليوم الأخير (أو الساعة الأخيرة) قبل الأول. لم يتغيّر شيء: صحِّح أحدهما.
cannot-write = تعذّرت كتابة «{ $path }»: { $why }. كل شيء في المشاورة كما كان: اختر مكانًا آخر وحاول من جديد.
cannot-read = تعذّرت قراءة «{ $path }»: { $why }. لم يُسجَّل شيء.
no-randomness = لا يعطي هذا النظام أعدادًا عشوائية، ولا يمكن تشفير شيء من دونها. لم يُفعل شيء: أعد تشغيل الحاسوب وحاول من جديد.
cancelled = أُلغي. كل شيء كما كان.
unknown-stage = لا توجد مرحلة باسم «{ $name }».{ $near ->
    [0] { "" }
   *[other] { " " }الأقرب: { $nearest }.
}
unknown-presence = «{ $name }» ليس شكلًا من أشكال الحضور. المعروف: { $known }.

# فتح مشاورة، وما يقوله القرص
wrong-passphrase = عبارة المرور خاطئة. لم يتغيّر شيء: حاول من جديد، أو افتحها بورقة الاسترداد.
wrong-recovery-words = ليست هذه كلمات ورقة الاسترداد لهذه المشاورة. لم يتغيّر شيء: أهي ورقة مشاورة أخرى؟
not-recovery-words = ليست هذه الكلمات الاثنتا عشرة لورقة استرداد: إحداها مكتوبة خطأ أو ناقصة أو في غير مكانها. لم يتغيّر شيء: قارنها بالورقة.
wrong-pin = رمز PIN خاطئ، أو أن حافظة مفاتيح هذا الحاسوب لا تحوي مفتاح هذه المشاورة. لم يتغيّر شيء: حاول من جديد، أو استخدم عبارة المرور.
empty-passphrase = عبارة المرور فارغة. لم يتغيّر شيء: اكتب عبارة.
short-pin = رمز PIN قصير جدًّا: يلزمه أربع علامات على الأقل. لم يتغيّر شيء.
keyring = لا يمكن استخدام حافظة مفاتيح هذا الحاسوب: { $why }. لم يتغيّر شيء: استخدم عبارة المرور.
not-there = لا يوجد شيء في «{ $path }». هل نُقل المجلد، أو أن قرصًا غير موصول؟
exists-already = «{ $path }» موجود من قبل. تُرك كما هو: اختر اسمًا آخر.
not-a-consultation = «{ $path }» ليس مشاورة من Anteroom. تُرك كما هو: اختر مجلدًا ينتهي اسمه بـ ‎.anteroom.
keys-missing = الملف «keys» مفقود من «{ $path }»، ومن دونه لا يمكن قراءة شيء في المجلد: استعده من نسخة احتياطية. وإن كان البرنامج قد أُوقف وهو ينشئ هذه المشاورة فليس فيها شيء بعد: احذف المجلد وأنشئها من جديد.
keys-damaged = الملف «keys» تالف، ومن دونه لا يمكن قراءة شيء. لم يتغيّر شيء: استعد «keys» من نسخة احتياطية؛ أما «contents.db» فيمكن أن يبقى.
keys-of-another = الملف «keys» يعود إلى مشاورة غير التي يعود إليها «contents.db». لم يتغيّر شيء: أعد الملف الذي يعود إليها من نسخة احتياطية.
contents-missing = الملف «contents.db» مفقود من «{ $path }». لم يتغيّر شيء: استعد المجلد من نسخة احتياطية.
contents-empty = الملف «contents.db» فارغ. لم يتغيّر شيء: استعد المجلد من نسخة احتياطية.
contents-cut = الملف «contents.db» مبتور، كما يحدث حين تتوقّف عملية نسخ في منتصفها. لم يتغيّر شيء: استعد المجلد من نسخة احتياطية، واحتفظ بهذا إلى أن يتمّ ذلك.
contents-damaged = الملف «contents.db» تالف. لم يتغيّر شيء: استعد المجلد من نسخة احتياطية، واحتفظ بهذا إلى أن يتمّ ذلك.
newer = كُتبت هذه المشاورة بإصدار أحدث من Anteroom. لم يتغيّر شيء: حدّث هذا الإصدار أولًا.
open-elsewhere = هذه المشاورة مفتوحة في مكان آخر: في نافذة أخرى أو في برنامج آخر. لم يتغيّر شيء: أغلقها هناك أولًا.
disk-full = القرص ممتلئ. ما لم يُؤكَّد لم يُسجَّل، وكل ما قبله موجود. أفسح مكانًا، وأعد ما فعلت.
read-only = لا يمكن الكتابة في «{ $path }». لم يتغيّر شيء: اختر مكانًا آخر، أو اسأل من يتولّى هذا الحاسوب.
folder-read-only = لا يمكن الكتابة في مجلد هذه المشاورة. ما لم يُؤكَّد لم يُسجَّل، وكل ما قبله موجود. انقل المجلد إلى حيث تجوز لك الكتابة.
disk = لا يستجيب القرص كما ينبغي: { $why }. ما لم يُؤكَّد لم يُسجَّل، وكل ما قبله موجود. انسخ المجلد إلى قرص آخر.
database = لا تستجيب قاعدة البيانات كما ينبغي (رمز SQLite ‏{ $why }). ما لم يُؤكَّد لم يُسجَّل. تحقّق من هذه المشاورة في الإعدادات: يُقال هناك ما تضرّر وما ينبغي فعله.
device-key-damaged = مفتاح هذا الحاسوب لهذه المشاورة تالف. افتحها بورقة الاسترداد.
unknown-record = لم يعد هذا في المشاورة. لم يتغيّر شيء.
newer_format = كُتب هذا بإصدار أحدث من Anteroom. لم يتغيّر شيء: حدّث هذا الإصدار أولًا.
malformed = أحد القيود تالف: { $why }.
too_large = أحد القيود أكبر من كل ما يكتبه Anteroom.
contradicts_itself = أحد القيود يناقض نفسه: { $why }.
signature = توقيع أحد القيود لا يطابقه: تغيّر بعد توقيعه.
other_consultation = أحد القيود يعود إلى مشاورة أخرى.
contents = كلمات أحد القيود لا تطابق ما وُقِّع.

# ما يجده التحقق من مشاورة غير سليم، لمن يُصلحه
problem-page = ‏«contents.db»: { $about }.
problem-pages-unreadable = الملف «contents.db» تالف: تعذّرت قراءة بعض صفحاته.
problem-part-unreadable = تعذّرت قراءة جزء من «contents.db».
problem-entry-missing = القيد { $about } مفقود، وتليه قيود أخرى.
problem-own-entry-missing = القيد { $about } مفقود، وقد وقّعه هذا الحاسوب.
problem-founding-missing = قيد التأسيس مفقود.
problem-entry-under-another-hash = أحد القيود موضوع تحت بصمة غير بصمته.
problem-record-read-wrongly = ما يُقرأ من السجل { $about } ليس ما تقوله اليومية.
problem-words-not-signed = كلمات السجل { $about } ليست التي وُقّعت.
problem-words-of-erased = السجل { $about } ممحو، وما زالت كلمات منه هنا.
problem-words-missing = كلمات من السجل { $about } مفقودة.
problem-words-of-nobody = توجد كلمات لا يسمّيها أي قيد.
problem-rows-of-nobody = توجد صفوف لسجلات لا تعرفها اليومية.
problem-file-not-attached = الملف المرفق { $about } ليس ما أُرفق.
problem-file-of-nobody = توجد بايتات من ملف مرفق { $about } لا يسمّيه أي قيد، أو مُحي.
problem-search-wrong = لا يجد البحث ما في النصوص.
problem-groups-wrong = قائمة المجموعات ليست ما تقوله المساهمات.
problem-nodes-wrong = قائمة الأهداف ليست ما تقوله المساهمات.

# ما يمنع الإصدار، وكيف يُصلَح
stop-no-evidence = الفقرة { $paragraph }: هذا الاستنتاج لا يستند إلى شيء. استشهد بمساهمة، أو اجعله ملاحظة.
stop-not-shared = الفقرة { $paragraph }: رفض صاحب { $about } الإطلاع عليها. أزل الاستشهاد بها.
stop-not-cleared = الفقرة { $paragraph }: لم يُؤذن باقتباس كلمات { $about }. اسأل المتحدث، أو قل ذلك بكلماتك.
stop-not-verbatim = الفقرة { $paragraph }: لم تُدوَّن { $about } حرفيًّا. قل ذلك بكلماتك.
stop-quotation-gone = الفقرة { $paragraph }: ما اقتُبس من { $about } مُحي أو أُعيدت صياغته. اقتبسه من جديد، أو أزله.
stop-quotation-unknown = الفقرة { $paragraph }: يرد «{ $about }» بين علامتي اقتباس، ولا يرد في أي من المساهمات المستشهد بها. اقتبس الكلمات بنصها، أو قل ذلك بكلماتك.
stop-quotation-unsettled = الفقرة { $paragraph }: { $about } المقتبسة هنا أُعيدت صياغتها من جهتين. احسم أي صياغة تبقى، أو قلها بكلماتك.
stop-paragraph-unsettled = الفقرة { $paragraph } عُدِّلت من جهتين. احسم أيهما تبقى.
stop-too-few = الفقرة { $paragraph }: بموجب قاعدة تشاتام هاوس، من تكلّموا في تلك الجولة أقل من أن تُخفي عبارة «أحد المشاركين» صاحب { $about }. استشهد معها بغيرها من جولة أكبر، أو أزل الاستشهاد بها.
stop-language-names = الفقرة { $paragraph }: من تكلّموا هذه اللغة في تلك الجولة قلّة، فكلمات { $about } تدل على صاحبها. قل ذلك بلغة الموجز.
stop-name-in-text = الفقرة { $paragraph }: ذُكر اسم «{ $about }» بلا إذن، أو خلافًا لقاعدة الجولة. أزل الاسم.
stop-reference-in-text = الفقرة { $paragraph }: في النص المرجع القصير { $about }، وهو لا يخرج أبدًا. أزله.

# ما ينبغي النظر فيه قبل الإصدار؛ لا يمنع شيئًا
warning-over-budget = في «{ $section }» { $words } كلمة، والحد { $budget }.
warning-empty-sections = { $count ->
    [one] قسم واحد بلا فقرات ويُترك: { $sections }.
    [two] قسمان بلا فقرات ويُتركان: { $sections }.
    [few] { $count } أقسام بلا فقرات وتُترك: { $sections }.
    [many] { $count } قسمًا بلا فقرات وتُترك: { $sections }.
   *[other] { $count } قسم بلا فقرات وتُترك: { $sections }.
}
warning-evidence-conflict = تستند الفقرة { $paragraph } إلى { $about }، وقد عُدِّلت من جهتين.
warning-evidence-set-aside = تستند الفقرة { $paragraph } إلى { $about }، وقد نُحِّيت.
warning-gap = ما زال في الفقرة { $paragraph } فراغ «[…]» حيث أُزيلت كلمات.

# السطر الذي يجوز قوله جهرًا عمّن وراء فقرة؛ تُضمّ أجزاؤه بالفاصلة المنقوطة
aloud-organisations = { $organisations ->
    [one] منظمة واحدة
    [two] منظمتان
    [few] { $organisations } منظمات
    [many] { $organisations } منظمة
   *[other] { $organisations } منظمة
}
aloud-organisations-of = { $organisations ->
    [one] منظمة واحدة
    [two] منظمتان
    [few] { $organisations } منظمات
    [many] { $organisations } منظمة
   *[other] { $organisations } منظمة
} من { $count ->
    [one] مجموعة واحدة
    [two] مجموعتين
    [few] { $count } مجموعات
    [many] { $count } مجموعة
   *[other] { $count } مجموعة
} ({ $groups })
aloud-named = { $count ->
    [one] إحداها توافق على ذكر اسمها: { $names }
    [two] اثنتان منها توافقان على ذكر اسميهما: { $names }
   *[other] { $count } منها توافق على ذكر أسمائها: { $names }
}
aloud-masked = { $beside ->
    [beside] وإلى جانبها مشاركون
   *[alone] مشاركون
} بموجب قاعدة تشاتام هاوس
aloud-masked-of = { $beside ->
    [beside] وإلى جانبها مشاركون
   *[alone] مشاركون
} بموجب قاعدة تشاتام هاوس، من بينهم: { $groups }
aloud-masked-counted = { $beside ->
    [beside] وإلى جانبها مشاركون
   *[alone] مشاركون
} من { $count ->
    [one] منظمة واحدة
    [two] منظمتين
    [few] { $count } منظمات
    [many] { $count } منظمة
   *[other] { $count } منظمة
} بموجب قاعدة تشاتام هاوس
aloud-masked-counted-of = { $beside ->
    [beside] وإلى جانبها مشاركون
   *[alone] مشاركون
} من { $count ->
    [one] منظمة واحدة
    [two] منظمتين
    [few] { $count } منظمات
    [many] { $count } منظمة
   *[other] { $count } منظمة
} بموجب قاعدة تشاتام هاوس، من بينهم: { $groups }
aloud-others = غيرهم
aloud-own = لا تستند هذه الفقرة إلى أي مساهمة: إنها تقول كيف جرت المشاورة، أو ما يلاحظه المقرر.
aloud-nothing = لا يجوز قول من وراء هذا.
# ما يقف بين أسماء، وبين أجزاء جملة
list-comma = { "، " }
list-semicolon = { "؛ " }

# صفوف استيراد لا تُسجَّل
row-unreadable-date = «{ $name }» ليس تاريخًا يمكن قراءته.
row-unknown-answer = «{ $name }» ليس نعم ولا لا.
not-a-sheet = ليست هذه ورقة من Anteroom: قل بالخيار ‎--text أي عمود يحمل الكلمات.

# لماذا ليس الملف جدولًا؛ تُقرأ بعد «ليس في هذا الملف جدول:»
table-empty = هو فارغ
table-packed = هو مصنّف أو ملف مضغوط آخر (مثل XLSX أو ODS أو DOCX أو ZIP). احفظ الجدول بصيغة CSV واستورده
table-old-office = هو مصنّف أو مستند بصيغة قديمة (XLS أو DOC). احفظ الجدول بصيغة CSV واستورده
table-pdf = هو ملف PDF
table-picture = هو صورة
table-web-page = هو صفحة ويب. احفظ الجدول بصيغة CSV واستورده
table-not-text = هو ليس نصًّا
table-header-unclosed = في صفه الأول علامة اقتباس لا تُغلق أبدًا

# لماذا لا يمكن قراءة صف من جدول
table-too-many-cells = { $cells ->
    [two] فيه خليتان
    [few] فيه { $cells } خلايا
    [many] فيه { $cells } خلية
   *[other] فيه { $cells } خلية
}، ولكن { $columns ->
    [one] للجدول عمود واحد
    [two] للجدول عمودان
    [few] للجدول { $columns } أعمدة
    [many] للجدول { $columns } عمودًا
   *[other] للجدول { $columns } عمود
}. { $delimiter ->
    [comma] الكلمات التي فيها فاصلة (,) يجب أن تقف بين علامتي اقتباس (").
    [semicolon] الكلمات التي فيها فاصلة منقوطة (;) يجب أن تقف بين علامتي اقتباس (").
    [tab] الكلمات التي فيها علامة جدولة يجب أن تقف بين علامتي اقتباس (").
    [bar] الكلمات التي فيها خط عمودي (|) يجب أن تقف بين علامتي اقتباس (").
   *[other] الكلمات التي فيها العلامة الفاصلة بين الخلايا يجب أن تقف بين علامتي اقتباس (").
}
table-unclosed = علامة اقتباس تُفتح هنا ولا تُغلق أبدًا، فأُخذ كل ما بعدها في هذا الصف.
table-nul = فيه بايت NUL، وهو ليس نصًّا.
table-not-in-encoding = فيه بايتات ليست نصًّا بترميز هذا الملف، { $encoding }.
table-unreadable = لا يمكن قراءته.

# لماذا لا يمكن كتابة مستند؛ تُقرأ بعد «تعذّرت كتابة …:»
document-too-large = هو أكبر مما يمكن أن يكون عليه مستند Word

# فوق الصفوف التي رفضها استيراد، حين تُكتب
refused-row = الصف
refused-why = لماذا لم يُسجَّل

# الورقة التي يملؤها مدوِّن بلا Anteroom. بهذه الكلمات تُعرف حين تعود: ما هو في أيدي الناس يضيع إن أُعيدت صياغة عنوان،
# أو sheet-text-how أو sheet-listed أو sheet-begin.
sheet-text = ما قيل
sheet-text-how = كيف تُملأ هذه الورقة: صف لكل شيء قيل، كما قيل. لا يلزم ملء عمود غير هذا. الصفوف التي تبدأ بـ ### تشرح، ولا تُقرأ.
sheet-speaker = المتحدث
sheet-speaker-how = اسم أو رقم تميّز به المتحدثين
sheet-group = المجموعة
sheet-group-how = واحدة من المجموعات المذكورة أدناه؛ وإن كانت أكثر فبينها ;
sheet-kind = النوع
sheet-kind-how = واحد من الأنواع المذكورة أدناه
sheet-objectives = الأهداف
sheet-objectives-how = أرقام بينها ; مثل 6; 16
sheet-language = اللغة
sheet-language-how = ar أو en أو fr وهكذا
sheet-quote = يجوز الاقتباس
sheet-quote-how = نعم أو لا؛ اتركه فارغًا إن لم يسأل أحد
sheet-organisation-named = يجوز ذكر المنظمة
sheet-organisation-named-how = نعم أو لا؛ اتركه فارغًا إن لم يسأل أحد
sheet-listed = مجموعة ونوع يمكن نسخهما
sheet-begin = اكتب تحت هذا الصف.
# ما تنتظره الجداول الإلكترونية بهذه اللغة بين الخلايا
sheet-delimiter = ;

# كلمات في مستند
brief-annex = مرفق: الأدلة
brief-annex-note = المراجع لهذا المستند وحده. ويُذكر من تكلّم بقدر ما تسمح به قاعدة الجولة وإذن المتحدث.
brief-reference = المرجع
brief-who = من
brief-kind = النوع
brief-about = يتعلق بـ
brief-words = الكلمات
brief-not-quoted = لم يُؤذن باقتباسها
brief-unsettled = صياغتان لم يُحسم بينهما بعد
brief-a-participant = أحد المشاركين
brief-a-participant-of = أحد المشاركين ({ $group })
brief-evidence = الأدلة
brief-note-public = للجمهور
brief-note-states = للدول والأمانة
brief-note-participants = للمشاركين
brief-note-organisers = ورقة عمل للمنظِّمين، لا تُوزَّع
brief-illustration = مثال توضيحي: المنظمات والأشخاص والكلمات مختلَقة

# ما يتركه التراجع كما هو
undo-changed-since = تغيّر شيء منذ ذلك الحين، فيبقى.
undo-permission = لا يخفّف التراجع أبدًا إذنًا ولا قاعدة جولة ولا طريقة تدوين الكلمات: يبقى ذلك.
undo-erased = ما مُحي لا يعود.
undo-nothing-before = لم يكن قبله شيء يُعاد إليه.
sample-damaged = تعذّرت قراءة المثال الذي يأتي مع البرنامج: { $why }

# الحواسيب الأخرى
not-a-hand-over = هذا ليس ملف تسليم من Anteroom. لم يُؤخذ منه شيء.
newer-hand-over = كُتب هذا الملف بإصدار أحدث من Anteroom. لم يُؤخذ منه شيء: حدِّث هذا الإصدار أوّلاً.
not-for-this-laptop = هذا الملف لشخص آخر: لا يستطيع هذا الحاسوب فتحه. لم يُؤخذ منه شيء: اطلب ملفاً أُعدّ لهذا الحاسوب.
wrong-code = هذه ليست الكلمات الستّ لحزمة الفعالية هذه. تحقّق من الإملاء ومن أنه الملف الصحيح.
torn = هذه النسخة مبتورة: ينتهي الملف قبل أوانه. لم يُؤخذ منه شيء: انسخه من جديد من حيث أُعدّ.
damaged-hand-over = تضرّر هذا الملف في الطريق. لم يُؤخذ منه شيء: انسخه من جديد من حيث أُعدّ.
changed-after-signing = غُيِّر هذا الملف بعد توقيعه. لم يُؤخذ منه شيء: اسأل من جاء منه.
bomb = في هذا الملف أكثر بكثير مما يتّسع له حجمه. لا يكتب Anteroom مثله، ولم يُؤخذ منه شيء.
suspended = أوقف أحد المنظِّمين هذا الحاسوب. لم يعد يضيف شيئاً إلى المشاورة: اسأل أحد المنظِّمين.
unknown-laptop = لا يشارك هنا حاسوب كهذا، أو لا يمكن ختم ملف له. لم يتغيّر شيء.
unknown-member = لا يشارك هنا أحد باسم «{ $name }»، ولا حاسوب بهذا المعرّف. لم يتغيّر شيء.
several-members = تحمل عدّة حواسيب الاسم «{ $name }»: { $ids }. لم يتغيّر شيء: سمِّ واحداً منها.
nobody-to-seal-to = لا يوجد بعد أحد يمكن ختم ملف لحاسوبه. لم يُكتب شيء.
unknown-invitation = لم تصدر هذه الدعوة من هنا، أو انضمّ بها أحد من قبل. لم يُقبل أحد.
takes-part-already = يشارك هذا الحاسوب في هذه المشاورة من قبل: افتح المشاورة الموجودة عليه.
not-the-whole = لا يحوي هذا الملف إلا جزءاً من المشاورة. اطلب ملفاً كاملاً.
nothing-accepted = لم يقبل أحد على هذا الحاسوب دعوة يمكن أن يتبعها هذا الملف، أو أنّ عبارة المرور مختلفة.
too-much-waits = ينتظر أكثر مما ينبغي من حواسيب لم يؤكّدها أحد. لم يُؤخذ شيء: اقبل بعضه أو ارفضه أوّلاً.
attached-differs = ملف مرفق بإحدى المساهمات ليس ما أُرفق. لم يُؤخذ شيء: اسأل من جاء منه.
illustration-alone = هذه ليست مشاورة حقيقية: لا تأخذ شيئاً من حواسيب أخرى ولا تسلّم شيئاً.
no-role = اختر دوراً واحداً على الأقل.
not-oneself = لا يوقف أحد الحاسوب الذي يجلس إليه. يستطيع ذلك منظِّم آخر أو ورقة الاسترداد.
own-erasures = لا ينتظر إلا ما محوتَه أنت. يجب أن يؤكّده شخص آخر.
a-laptop = الحاسوب { $id }
this-laptop = هذا الحاسوب
the-founder = المؤسِّس
merge-from = من { $name }
merge-nothing-new = لا جديد.
merge-new = { $count ->
    [zero] لا مساهمات جديدة.
    [one] مساهمة واحدة جديدة.
    [two] مساهمتان جديدتان.
    [few] { $count } مساهمات جديدة.
   *[other] { $count } مساهمة جديدة.
}
merge-changed = { $count ->
    [zero] لم تتغيّر مساهمات.
    [one] تغيّرت مساهمة واحدة.
    [two] تغيّرت مساهمتان.
    [few] تغيّرت { $count } مساهمات.
   *[other] تغيّرت { $count } مساهمة.
}
merge-conflicts = { $count ->
    [one] في مساهمة واحدة صياغتان متعارضتان: احسم الأمر.
    [two] في مساهمتين ما يتعارض: احسم الأمر.
    [few] في { $count } مساهمات ما يتعارض: احسم الأمر.
   *[other] في { $count } مساهمة ما يتعارض: احسم الأمر.
}
merge-erased = { $count ->
    [one] مُحيت مساهمة واحدة.
    [two] مُحيت مساهمتان.
    [few] مُحيت { $count } مساهمات.
   *[other] مُحيت { $count } مساهمة.
}
merge-hidden = { $count ->
    [one] مساهمة واحدة مخفية حتى يقرّر أحد المنظِّمين: محاها من لا يحقّ له ذلك، أو تجاوز ما يحقّ لحاسوب واحد.
    [two] مساهمتان مخفيتان حتى يقرّر أحد المنظِّمين: محاهما من لا يحقّ له ذلك، أو تجاوز ما يحقّ لحاسوب واحد.
    [few] { $count } مساهمات مخفية حتى يقرّر أحد المنظِّمين: محاها من لا يحقّ له ذلك، أو تجاوز ما يحقّ لحاسوب واحد.
   *[other] { $count } مساهمة مخفية حتى يقرّر أحد المنظِّمين: محاها من لا يحقّ له ذلك، أو تجاوز ما يحقّ لحاسوب واحد.
}
merge-lacks-entries = { $count ->
    [one] ينقص قيد يذكره آخرون: سيُطلب مع الملف التالي.
    [two] ينقص قيدان يذكرهما آخرون: سيُطلبان مع الملف التالي.
    [few] تنقص { $count } قيود يذكرها آخرون: ستُطلب مع الملف التالي.
   *[other] ينقص { $count } قيداً يذكره آخرون: سيُطلب مع الملف التالي.
}
merge-lacks-words = { $count ->
    [one] لم تأتِ كلمات قيد واحد: لا يأذن صاحبها بنقلها، أو هي أسماء.
    [two] لم تأتِ كلمات قيدين: لا يأذن أصحابها بنقلها، أو هي أسماء.
    [few] لم تأتِ كلمات { $count } قيود: لا يأذن أصحابها بنقلها، أو هي أسماء.
   *[other] لم تأتِ كلمات { $count } قيداً: لا يأذن أصحابها بنقلها، أو هي أسماء.
}
merge-stranger = لم يُؤكَّد { $name } بعد: ما سُجِّل عليه ينتظر أحد المنظِّمين.
merge-waits-role = { $count ->
    [one] إجراء من { $name } ينتظر أحد المنظِّمين: دوره لا يسمح به.
    [two] إجراءان من { $name } ينتظران أحد المنظِّمين: دوره لا يسمح بهما.
    [few] { $count } إجراءات من { $name } تنتظر أحد المنظِّمين: دوره لا يسمح بها.
   *[other] { $count } إجراءً من { $name } تنتظر أحد المنظِّمين: دوره لا يسمح بها.
}
merge-waits-no-member = { $count ->
    [one] إجراء من { $name } ينتظر أحد المنظِّمين: لم يعد يشارك، أو لا يشارك بعد.
    [two] إجراءان من { $name } ينتظران أحد المنظِّمين: لم يعد يشارك، أو لا يشارك بعد.
    [few] { $count } إجراءات من { $name } تنتظر أحد المنظِّمين: لم يعد يشارك، أو لا يشارك بعد.
   *[other] { $count } إجراءً من { $name } تنتظر أحد المنظِّمين: لم يعد يشارك، أو لا يشارك بعد.
}
merge-waits-fork = { $count ->
    [one] إجراء من { $name } ينتظر أحد المنظِّمين: كتب حاسوبان بمفتاح واحد.
    [two] إجراءان من { $name } ينتظران أحد المنظِّمين: كتب حاسوبان بمفتاح واحد.
    [few] { $count } إجراءات من { $name } تنتظر أحد المنظِّمين: كتب حاسوبان بمفتاح واحد.
   *[other] { $count } إجراءً من { $name } تنتظر أحد المنظِّمين: كتب حاسوبان بمفتاح واحد.
}
merge-waits-gap = { $count ->
    [one] إجراء من { $name } ينتظر: ينقص إجراء سابق.
    [two] إجراءان من { $name } ينتظران: ينقص إجراء سابق.
    [few] { $count } إجراءات من { $name } تنتظر: ينقص إجراء سابق.
   *[other] { $count } إجراءً من { $name } تنتظر: ينقص إجراء سابق.
}
merge-not-taken-refused = { $count ->
    [one] رُفض إجراء من { $name }، كما قرّر أحد المنظِّمين.
    [two] رُفض إجراءان من { $name }، كما قرّر أحد المنظِّمين.
    [few] رُفضت { $count } إجراءات من { $name }، كما قرّر أحد المنظِّمين.
   *[other] رُفض { $count } إجراءً من { $name }، كما قرّر أحد المنظِّمين.
}
merge-not-taken-erased = { $count ->
    [one] جاءت كلمات مُحيت من قبل فتُركت.
    [two] جاءت كلمات قيدين مُحيا من قبل فتُركت.
    [few] جاءت كلمات { $count } قيود مُحيت من قبل فتُركت.
   *[other] جاءت كلمات { $count } قيداً مُحيت من قبل فتُركت.
}
merge-not-taken-unnamed = { $count ->
    [one] جاءت كلمات لا يذكرها أيّ قيد فتُركت.
    [two] جاءت كلمات نسختين لا يذكرهما أيّ قيد فتُركت.
    [few] جاءت كلمات { $count } نسخ لا يذكرها أيّ قيد فتُركت.
   *[other] جاءت كلمات { $count } نسخة لا يذكرها أيّ قيد فتُركت.
}
merge-clock = ساعة { $name } متقدّمة بـ{ $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
}.
merge-cloned = نسخة هذا الحاسوب تتابع العمل في مكان آخر بالمفتاح نفسه. من الآن يكتب هذا الحاسوب بمفتاح خاص به، وينتظر أحد المنظِّمين.

# سطر الأوامر
cli-created =
    { $file } جاهز.

    ورقة الاسترداد – اكتب هذه الكلمات أو اطبعها الآن؛ لن تُعرض ثانية:

    {"    "}{ $words }

    من يملكها يستطيع فتح هذه المشاورة وقبول أي شخص فيها أو إيقافه. احفظها بعيدًا عن هذا الحاسوب.
cli-sample = { $file }: { $count ->
    [one] مساهمة واحدة، وهي مختلَقة.
    [two] مساهمتان، كلتاهما مختلَقة.
    [few] { $count } مساهمات، كلها مختلَقة.
   *[other] { $count } مساهمة، كلها مختلَقة.
}
cli-all-is-well = كل شيء سليم. القيود الموقّعة: { $commits }؛ التعديلات: { $revisions }؛ السجلات: { $records }.
cli-something-is-wrong = { $count ->
    [one] ليست هذه المشاورة كما وُقِّعت: شيء واحد غير سليم.
    [two] ليست هذه المشاورة كما وُقِّعت: شيئان غير سليمين.
    [few] ليست هذه المشاورة كما وُقِّعت: { $count } أشياء غير سليمة.
    [many] ليست هذه المشاورة كما وُقِّعت: { $count } شيئًا غير سليم.
   *[other] ليست هذه المشاورة كما وُقِّعت: { $count } شيء غير سليم.
}
cli-rebuilt = السجلات التي قُرئت من جديد: { $count }.
cli-passphrase-changed = غُيِّرت عبارة المرور.
cli-encrypted-anew = غُيِّرت عبارة المرور، وشُفِّر كل شيء بمفتاح جديد.
cli-remembered = تفتح حافظة مفاتيح هذا الحاسوب المشاورة مع رمز PIN: استخدم ‎--pin.
cli-forgotten = لم تعد حافظة مفاتيح هذا الحاسوب تفتح المشاورة.
cli-of = { $shown } من { $total }
cli-may-be-quoted = يجوز الاقتباس
cli-not-asked-to-be-quoted = لا يجوز الاقتباس (لم يُسأل)
cli-refused-to-be-quoted = لا يجوز الاقتباس (رفض)
cli-conflict = عُدِّل من جهتين: { $fields }
cli-no-conflicts = لا شيء متعارض.
cli-settled = حُسم.
cli-settle-how = للحسم: anteroom settle FILE ID FIELD --take REVISION أو ‎--value V.
cli-before = قبل ذلك
cli-file = في اسم ملف
cli-changed = المساهمات التي تغيّرت: { $count }
cli-undone = تم التراجع عن: { $deed } ({ $count ->
    [one] سجل واحد
    [two] سجلان
    [few] { $count } سجلات
    [many] { $count } سجلًّا
   *[other] { $count } سجل
})
cli-redone = أُعيد: { $deed } ({ $count ->
    [one] سجل واحد
    [two] سجلان
    [few] { $count } سجلات
    [many] { $count } سجلًّا
   *[other] { $count } سجل
})
cli-attached = الملفات التي أُرفقت: { $count }.
cli-attachment-saved = كُتب في «{ $path }»، وهو هناك غير مشفَّر.
cli-erased = ما مُحي: { $count }. النسخ التي سُلِّمت، والنسخ الاحتياطية السابقة، ما زالت تحمل الكلمات.
cli-imported = سُجِّل { $recorded }، وكان موجودًا من قبل { $already }، ورُفض { $refused }
cli-row = الصف { $row }: { $why }
cli-more-refused = … ‎--refused FILE.csv يكتبها كلها.
cli-sheet = يمكن ملء { $file } بأي برنامج جداول.
cli-exported = { $file }. الفقرات: { $paragraphs }؛ الأدلة: { $evidence }
cli-writing-the-sample = كتابة المثال
cli-verifying = التحقق
cli-rebuilding = إعادة البناء
cli-importing = الاستيراد
cli-undoing = التراجع
cli-redoing = الإعادة
cli-ask-passphrase = عبارة المرور
cli-ask-new-passphrase = عبارة المرور الجديدة
cli-ask-pin = رمز PIN
cli-ask-new-pin = رمز PIN الجديد
cli-ask-recovery = كلمات ورقة الاسترداد
cli-ask-once-more = مرة أخرى
cli-two-differ = الاثنتان مختلفتان. لم يُفعل شيء.
cli-nobody-to-ask = لا أحد هنا يُسأل عن عبارة المرور: عيّن { $variable }، أو استخدم ‎--passphrase-fd.
cli-descriptor = تعذّرت قراءة شيء من الواصف { $number }: { $why }.
cli-passphrase-not-text = عبارة المرور ليست نصًّا بترميز UTF-8.
cli-passphrase-too-long = عبارة المرور أطول من { $most } بايت.
cli-not-hidden = تعذّر إخفاء عبارة المرور من البيئة: { $why }.
cli-cannot-start = تعذّر بدء البرنامج: { $why }.
cli-unknown-option = لا يوجد خيار كهذا؛ والبحث عنه يبدأ بعلامة اقتباس
cli-no-pin-here = يفتح ‎--pin مشاورة موجودة: لا مكان له مع new ولا sample ولا passphrase --recovery.

practice-name = تمرين
practice-stage = تمرين
practice-session = جلسة تمرين
practice-round = الجولة الأولى
practice-question = ما الذي يُحدث أكبر فرق حيث تعيش؟
not-an-illustration = هذه مشاورة حقيقية، فلم تُزَل.
sheet-file = ورقة استرداد { $name }
screen-title = Anteroom: شاشة القاعة
recovery-sheet-text =
    ورقة استرداد «{ $name }»
    { "" }
    { $words }
    { "" }
    تفتح هذه الكلمات الاثنتا عشرة المشاورة إذا ضاعت عبارة مرورها، وتتيح لمن أسّسها أن يستعيد زمامها إذا سُرق حاسوب. من يملكها يستطيع قراءة كل شيء. اطبع هذه الورقة، واحذف الملف، واحفظ الورقة حيث تحفظ جواز السفر. لا يستطيع أحد أن يعطيك غيرها.
unknown-part = لم يعد هذا الجزء في البرنامج: { $name }.
holds-contributions = { $count ->
    [one] سُجِّلت هناك مساهمة. انقلها أولًا إلى جولة أخرى؛ لم يُزَل شيء.
    [two] سُجِّلت هناك مساهمتان. انقلهما أولًا إلى جولة أخرى؛ لم يُزَل شيء.
    [few] سُجِّلت هناك { $count } مساهمات. انقلها أولًا إلى جولة أخرى؛ لم يُزَل شيء.
   *[other] سُجِّلت هناك { $count } مساهمة. انقلها أولًا إلى جولة أخرى؛ لم يُزَل شيء.
}
not-backed-up = أُغلقت المشاورة وكل شيء فيها، لكن تعذّرت كتابة النسخة الاحتياطية: { $why }. هل مكان النسخ الاحتياطية موجود؟
backup-damaged = أُغلقت المشاورة، لكن النسخة الاحتياطية التي كُتبت للتوّ تعذّرت إعادة قراءتها، فأُلقيت وأُبقيت كل النسخ الأقدم. افتح المشاورة وتحقّق منها في الإعدادات؛ فإن كانت سليمة فاختر مكانًا آخر للنسخ الاحتياطية.

# ما يقوله النظام عن ملف؛ كل منها في آخر جملة، بلا نقطتها
why-not-found = ليس هناك
why-no-permission = لا يحق لك ذلك هناك
why-full = القرص ممتلئ
why-read-only = القرص للقراءة فقط
why-a-folder = هو مجلد
why-timed-out = استغرق وقتًا طويلًا
why-other = لا يذكر النظام سببًا
cli-ask-code = الكلمات الستّ لحزمة الفعالية
cli-merging = أخذ
cli-handing-over = تسليم
cli-packed = { $file } جاهز. يُفتح بهذه الكلمات الستّ التي لا تُحفظ في أيّ مكان؛ قلها بصوت عالٍ ولا تكتبها على الذاكرة:

    {"    "}{ $words }

    كلمات التحقّق من المشاورة: { $check }
cli-started = { $file } جاهز لـ{ $name }. لم يؤكّده منظِّم بعد؛ يبدأ التسجيل فوراً.

    كلمات التحقّق من المشاورة: { $consultation }
    كلمات التحقّق من هذا الحاسوب: { $own }
cli-invited = الدعوة في { $file }.
cli-joined = القبول في { $file }: أعطه للمنظِّم.

    كلمات التحقّق من المشاورة: { $consultation }
    كلمات التحقّق من هذا الحاسوب: { $own }
cli-admitted = يشارك { $name }. كلمات التحقّق من حاسوبه: { $check }
cli-handed-over = { $file } جاهز لـ{ $names }: { $count ->
    [zero] لا مساهمات
    [one] مساهمة واحدة
    [two] مساهمتان
    [few] { $count } مساهمات
   *[other] { $count } مساهمة
}.
cli-approved = يشارك { $name }.
cli-ruled = { $count ->
    [zero] لم ينتظر شيء.
    [one] حُسم إجراء واحد.
    [two] حُسم إجراءان.
    [few] حُسمت { $count } إجراءات.
   *[other] حُسم { $count } إجراءً.
}
cli-refused = رُفض.
cli-renamed = الاسم { $name }.
cli-suspended = أُوقف { $name }.
cli-confirmed = { $count ->
    [zero] لم ينتظر شيء توقيعاً ثانياً.
    [one] مُحيت مساهمة واحدة نهائياً.
    [two] مُحيت مساهمتان نهائياً.
    [few] مُحيت { $count } مساهمات نهائياً.
   *[other] مُحيت { $count } مساهمة نهائياً.
}
cli-withdrawn = { $count ->
    [zero] لم يكن هناك ما يُمحى.
    [one] مُحي سجلّ واحد نهائياً. ما سُلِّم من قبل لا يمكن استرجاعه.
    [two] مُحي سجلّان نهائياً. ما سُلِّم من قبل لا يمكن استرجاعه.
    [few] مُحيت { $count } سجلّات نهائياً. ما سُلِّم من قبل لا يمكن استرجاعه.
   *[other] مُحي { $count } سجلّاً نهائياً. ما سُلِّم من قبل لا يمكن استرجاعه.
}
cli-member-waits = ينتظر التأكيد: { $count ->
    [zero] لا مساهمات
    [one] مساهمة واحدة
    [two] مساهمتان
    [few] { $count } مساهمات
   *[other] { $count } مساهمة
}، كلمات التحقّق { $check }
cli-backing-up = نسخ
cli-backed-up = نسخة احتياطية في { $file }.
cli-restored = استُعيد { $file }.

# ما عُدِّل من جهتين
unknown-conflict = لا شيء يُسمّى «{ $field }» متعارض في «{ $name }». لم يتغيّر شيء: انظر قائمة التعارضات.
settled-already = حُسم هذا التعارض في هذه الأثناء. لم يتغيّر شيء.
not-one-of-them = «{ $name }» ليست من الصيغ المتعارضة هنا. لم يتغيّر شيء: اختر واحدة من المذكورة.
take-only = لا يمكن إعادة كتابة هذا هنا. لم يتغيّر شيء: أبقِ إحدى الصيغ الموجودة.
conflict-this-laptop = هذا الحاسوب
conflict-another-laptop = حاسوب آخر
conflict-in-use = مستعمل
conflict-not-in-use = غير مستعمل
conflict-is-away = مُزال
conflict-is-there = موجود
presence-not-expected = غير متوقَّع
presence-expected = متوقَّع
presence-in-the-room = في القاعة
presence-spoke = تكلّم

# ما هو العنصر، وما فيه
kind-contribution = مساهمة
kind-paragraph = فقرة
kind-brief = موجز
kind-section = قسم
kind-consultation = مشاورة
kind-stage = مرحلة
kind-session = جلسة
kind-round = جولة
kind-group = مجموعة من أصحاب المصلحة
kind-organisation = منظمة
kind-speaker = متحدث
kind-intervention = مداخلة
kind-presence = حضور
kind-identity = اسم وجهة اتصال
kind-member = عضو
kind-document = وثيقة
kind-note = ملاحظة
kind-file = ملف مرفق
kind-other = جزء من المشاورة
field-text = الصياغة
field-language = اللغة
field-kind = النوع
field-round = الجولة
field-question = السؤال
field-speaker = المتحدث
field-intervention = المداخلة
field-state = الحالة
field-said-at = وقت القول
field-source = المصدر
field-name = الاسم
field-title = العنوان
field-short-name = الاسم المختصر
field-place = موضعه
field-starts = البداية
field-ends = النهاية
field-questions = الأسئلة
field-time-limit = الوقت المحدد
field-basis = الأساس
field-presence = الحضور
field-region = المنطقة
field-organisation = المنظمة
field-type = نوع الفقرة
field-body = الصياغة
field-chapeau = النص الاستهلالي
field-audience = الجمهور
field-about = الموضوع
field-budget = عدد الكلمات
field-note = الملاحظة
field-contact = جهة الاتصال
field-put-away = وجوده
field-other = تفصيل آخر
